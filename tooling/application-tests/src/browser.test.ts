import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedCrm, serveCrm } from "./serve-crm.ts";

const browserPath = "/usr/bin/chromium";
const hasBrowser = existsSync(browserPath);
if (!hasBrowser) console.warn(`The application was not used in a browser: there is no ${browserPath}.`);

const quietly = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.skipIf(!hasBrowser)("in a browser", () => {
  let crm: ServedCrm;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    crm = await serveCrm();
    browser = await chromium.launch({ executablePath: browserPath, args: quietly });
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(crm.url);
  });
  afterAll(async () => {
    await browser?.close();
    await crm?.close();
  });

  test("somebody signed out is told so", async () => {
    await page.getByRole("alert").getByText("You are not signed in.").waitFor();
  });

  test("a person signs in, makes a row and sees it", async () => {
    await page.getByLabel("Signed in as").selectOption("Ada");
    await page.getByText("Nothing here yet.").waitFor();
    await page.getByRole("link", { name: "New Account" }).click();
    await page.getByLabel("Name").fill("Anvil & <b>Sons</b>");
    await page.getByLabel("Type").selectOption("Customer");
    await page.getByLabel("Employees").fill("12");
    await page.getByLabel("Founded on").fill("2001-02-03");
    await page.getByLabel("Tags").fill("iron\nsteel");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Anvil & <b>Sons</b>" }).waitFor();
    await page.getByText("Feb 3, 2001").waitFor();
    await page.getByText("iron, steel").waitFor();
  });

  test("a row that refers to another is made from its page, and listed there", async () => {
    await page.getByRole("link", { name: "New Contact" }).click();
    await page.getByLabel("Name").fill("Carla");
    await page.getByLabel("Email").fill("carla@example.com");
    expect(await page.getByLabel("Account").locator("option:checked").textContent()).toBe("Anvil & <b>Sons</b>");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Carla" }).waitFor();
    await page.getByRole("definition").getByRole("link", { name: "Anvil & <b>Sons</b>" }).click();
    await page.getByRole("table").getByRole("link", { name: "Carla", exact: true }).waitFor();
  });

  test("what the server has against an entry is said beside it, and the entry stays", async () => {
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Employees").fill("-1");
    // As an older browser would: without its own look at the entries.
    await page.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Please enter 0 or more.").waitFor();
    expect(await page.getByLabel("Employees").getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("Employees").fill("13");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("definition").getByText("13", { exact: true }).waitFor();
  });

  test("a list is searched and ordered", async () => {
    await page.getByRole("link", { name: "Accounts" }).first().click();
    await page.getByLabel("Search Accounts").fill("zzz");
    await page.getByText("Nothing was found.").waitFor();
    await page.getByLabel("Search Accounts").fill("anvil");
    await page.getByRole("table").getByRole("link", { name: "Anvil" }).waitFor();
    await page.getByRole("button", { name: "Employees" }).click();
    await page.locator('th[aria-sort="ascending"]').getByText("Employees").waitFor();
  });

  test("a row is deleted after a question", async () => {
    await page.getByRole("link", { name: "Contacts" }).first().click();
    await page.getByRole("table").getByRole("link", { name: "Carla", exact: true }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Yes, delete" }).click();
    await page.getByRole("heading", { name: "Contacts" }).waitFor();
    await page.getByText("Nothing here yet.").waitFor();
  });

  test("nothing went wrong unseen", () => {
    expect(complaints).toEqual([]);
    expect(crm.errors).toEqual([]);
  });
});
