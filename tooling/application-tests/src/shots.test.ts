import { chromium } from "playwright-core";
import { test } from "vitest";
import { serveCrm } from "./serve-crm.ts";
test("shots", async () => {
  const crm = await serveCrm();
  const c = await crm.database.client();
  await c.query("insert into auth.users values ('00000000-0000-4000-8000-00000000000a','ada@example.com')");
  await c.query(`insert into accounts(name,type,website,employees,annual_revenue,tags,settings,founded_on,next_call_at) select n, (array['customer','prospect','partner'])[1+i%3], 'https://example.com/'||i, i*7, i*1234.5, array['steel','iron'], '{"a":[1,2]}', '2001-02-03','2026-03-04T05:06:07Z' from unnest(array['Anvil & Sons','Borealis Shipping','Copper Kettle Foods','Delta Instruments','Evergreen Logistics','Fjord Analytics','Granite Works','Harbor Lights']) with ordinality t(n,i)`);
  await c.query("insert into contacts(name,email,account_id,owner_id) select 'Carla '||name, 'carla'||employees||'@example.com', id, '00000000-0000-4000-8000-00000000000a' from accounts");
  const id = (await c.query("select id from accounts where name like 'Anvil%'")).rows[0].id;
  const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu","--disable-quic"] });
  for (const [name, scheme, width] of [["light","light",1280],["dark","dark",1280],["phone","light",390]] as const) {
    const ctx = await b.newContext({ colorScheme: scheme, viewport: { width, height: 800 } });
    const p = await ctx.newPage();
    await p.goto(crm.url);
    await p.getByText("You may not").waitFor();
    if (name === "light") await p.screenshot({ path: "/tmp/shot-out.png" });
    await p.getByLabel("Signed in as").selectOption("Ada");
    await p.getByText("Borealis Shipping").waitFor();
    await p.screenshot({ path: `/tmp/shot-${name}-list.png` });
    await p.goto(`${crm.url}#/account/=${id}`); await p.getByText("Carla Anvil").waitFor();
    await p.screenshot({ path: `/tmp/shot-${name}-detail.png`, fullPage: true });
    await p.goto(`${crm.url}#/account/=${id}/edit`); await p.getByLabel("Employees").waitFor();
    await p.screenshot({ path: `/tmp/shot-${name}-form.png`, fullPage: true });
    await p.goto(`${crm.url}#/contact`); await p.getByText("carla7@").waitFor();
    await p.getByText("Borealis Shipping").last().waitFor();
    await p.screenshot({ path: `/tmp/shot-${name}-contacts.png` });
  }
  await b.close(); await crm.close();
}, 120000);
