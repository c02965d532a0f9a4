import * as messages from "../messages/references.ts";
import type { ModelProblem } from "../model-problem.ts";
import type { EntityView } from "./entity-view.ts";

interface Edge {
  readonly field: string;
  readonly to: string;
}

/** Required references must not lead in a circle: no row of it could be the first. */
export const checkReferenceCircles = (views: readonly EntityView[]): readonly ModelProblem[] => {
  const edges = keepCircular(new Map(views.map((view) => [view.entity.entity, requiredReferences(view)])));
  const reported = new Set<string>();
  return views.flatMap(({ entity, locate }) => {
    if (reported.has(entity.entity)) return [];
    const circle = findCircle(entity.entity, edges);
    if (circle === undefined) return [];
    for (const { to } of circle) reported.add(to);
    const names = [entity.entity, ...circle.map(({ to }) => to)];
    const path = circle.map(({ field }, index) => `${names[index]}.${field}`);
    return [messages.circularReferences(locate(["fields", circle[0]?.field ?? ""]), [...path, entity.entity])];
  });
};

/** A deferrable reference may be broken until the transaction ends, so it holds nobody up. */
const requiredReferences = ({ entity }: EntityView): readonly Edge[] =>
  Object.entries(entity.fields).flatMap(([field, type]) =>
    type.type === "reference" && type.required && !type.deferrable ? [{ field, to: type.to }] : [],
  );

/** Takes away, again and again, entities that need no other: what is left leads into circles. */
const keepCircular = (edges: ReadonlyMap<string, readonly Edge[]>): ReadonlyMap<string, readonly Edge[]> => {
  const needing = new Map<string, string[]>();
  const needs = new Map<string, number>();
  for (const [from, list] of edges) {
    const inside = list.filter(({ to }) => edges.has(to));
    needs.set(from, inside.length);
    for (const { to } of inside) needing.set(to, [...(needing.get(to) ?? []), from]);
  }
  const free = [...needs].filter(([, count]) => count === 0).map(([name]) => name);
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    needs.delete(name);
    for (const from of needing.get(name) ?? []) {
      const left = (needs.get(from) ?? 0) - 1;
      needs.set(from, left);
      if (left === 0) free.push(from);
    }
  }
  return new Map([...edges].filter(([name]) => needs.has(name)));
};

/** The shortest way from an entity back to itself. */
const findCircle = (start: string, edges: ReadonlyMap<string, readonly Edge[]>): readonly Edge[] | undefined => {
  const met = new Set<string>();
  let ways: (readonly Edge[])[] = (edges.get(start) ?? []).map((edge) => [edge]);
  while (ways.length > 0) {
    const further: (readonly Edge[])[] = [];
    for (const way of ways) {
      const at = way.at(-1)?.to ?? start;
      if (at === start) return way;
      if (met.has(at)) continue;
      met.add(at);
      further.push(...(edges.get(at) ?? []).map((edge) => [...way, edge]));
    }
    ways = further;
  }
  return undefined;
};
