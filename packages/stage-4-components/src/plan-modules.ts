import type { TableDeclaration, ViewModels } from "@build-it/artifacts";
import { type EntityPlan, planEntity } from "./entity-plan.ts";
import type { Module } from "./module.ts";
import { appModule, indexModule, routesModule } from "./modules/application-modules.ts";
import { detailModule } from "./modules/detail-module.ts";
import { entityModule } from "./modules/entity-module.ts";
import { formModule } from "./modules/form-module.ts";
import { hooksModule } from "./modules/hooks-module.ts";
import { listModule } from "./modules/list-module.ts";
import { serverModule } from "./modules/server-module.ts";

/** Every file of the application, as data. */
export function planModules(views: ViewModels, tables: readonly TableDeclaration[]): readonly Module[] {
  const plans = views.entities.map((entity) => planEntity(entity, tables, relatedColumns(views, entity.entity)));
  const byEntity = new Map(plans.map((plan) => [plan.views.entity, plan]));
  const planOf = (entity: string): EntityPlan => {
    const plan = byEntity.get(entity);
    if (plan === undefined) throw new Error(`a view refers to ${entity}, which has none`);
    return plan;
  };
  const slugOf = (entity: string) => planOf(entity).slug;
  return [
    ...plans.flatMap((plan) => [
      entityModule(plan),
      hooksModule(plan),
      listModule(plan, slugOf),
      detailModule(plan, planOf),
      ...(plan.hasForm ? [formModule(plan, slugOf)] : []),
      serverModule(plan),
    ]),
    routesModule(plans),
    appModule(views, plans),
    indexModule(plans),
  ];
}

/** The columns of an entity by which other rows list it. */
const relatedColumns = (views: ViewModels, entity: string): readonly string[] =>
  views.entities.flatMap(({ detail }) =>
    detail.related.filter((related) => related.entity === entity).map(({ column }) => column),
  );
