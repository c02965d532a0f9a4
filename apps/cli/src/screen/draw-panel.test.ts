import type { MigrationPanel } from "@build-it/stage-contract";
import { expect, test } from "vitest";
import { drawButtons } from "./draw-buttons.ts";
import { drawPanel, listPanel, panelWidth } from "./draw-panel.ts";
import { measureText } from "./measure-text.ts";
import { createStyle } from "./style.ts";

const panel: MigrationPanel = {
  iteration: 2,
  title: "Database changes detected",
  target: "embedded PostgreSQL 17 · crm",
  groups: [
    { title: "New Tables", lines: [{ text: "locations (8 columns)" }] },
    {
      title: "Modified Tables",
      lines: [
        { text: "accounts (ADD COLUMN: territory_id)" },
        { text: "accounts (name: 100 to 50 characters)", danger: "values may not fit" },
      ],
    },
    { title: "New Relationships", lines: [{ text: "locations.account_id → accounts.id" }] },
  ],
  migrations: [
    {
      file: "002_location.sql",
      sql: "-- Migration: 002_location.sql\n-- Iteration: 2\n\nCREATE TABLE locations (\n  id uuid PRIMARY KEY,\n  address text\n);\n",
      rollbackSql: "DROP TABLE locations;\n",
    },
  ],
};
const buttons = [
  { key: "c", label: "Cancel" },
  { key: "r", label: "Review Full Migration" },
  { key: "a", label: "Apply & Continue" },
];
const unicode = createStyle({ color: false, unicode: true });
const ascii = createStyle({ color: false, unicode: false });

const draw = (columns: number, style = unicode, shown = panel) => {
  const width = panelWidth(shown, columns);
  return drawPanel(shown, { width, previewLines: 20, footer: drawButtons(buttons, 2, style, width - 4) }, style);
};

test("looks like the seed's control panel", () => {
  expect(`\n${draw(80).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    ╔═══════════════════════════════════════════════════════════════════╗
    ║ BUILD ITERATION 2 - DATABASE CHANGES DETECTED                     ║
    ╠═══════════════════════════════════════════════════════════════════╣
    ║ Target: embedded PostgreSQL 17 · crm                              ║
    ║                                                                   ║
    ║ Database Changes Required:                                        ║
    ║                                                                   ║
    ║ New Tables:                                                       ║
    ║ ✓ locations (8 columns)                                           ║
    ║                                                                   ║
    ║ Modified Tables:                                                  ║
    ║ ✓ accounts (ADD COLUMN: territory_id)                             ║
    ║ ▲ accounts (name: 100 to 50 characters)                           ║
    ║     values may not fit                                            ║
    ║                                                                   ║
    ║ New Relationships:                                                ║
    ║ ✓ locations.account_id → accounts.id                              ║
    ║                                                                   ║
    ║ Migration Preview:                                                ║
    ║ ┌─────────────────────────────────────────────────────────────┐   ║
    ║ │ -- Migration: 002_location.sql                              │   ║
    ║ │ -- Iteration: 2                                             │   ║
    ║ │                                                             │   ║
    ║ │ CREATE TABLE locations (                                    │   ║
    ║ │   id uuid PRIMARY KEY,                                      │   ║
    ║ │   address text                                              │   ║
    ║ │ );                                                          │   ║
    ║ └─────────────────────────────────────────────────────────────┘   ║
    ║                                                                   ║
    ║  [Cancel] [Review Full Migration]▸[Apply & Continue]              ║
    ╚═══════════════════════════════════════════════════════════════════╝
    "
  `);
});

test("is drawn in ASCII where the terminal has nothing else", () => {
  const lines = draw(80, ascii, { ...panel, target: "crm", groups: panel.groups.slice(0, 1) });
  expect(`\n${lines.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    +===================================================================+
    | BUILD ITERATION 2 - DATABASE CHANGES DETECTED                     |
    +===================================================================+
    | Target: crm                                                       |
    |                                                                   |
    | Database Changes Required:                                        |
    |                                                                   |
    | New Tables:                                                       |
    | + locations (8 columns)                                           |
    |                                                                   |
    | Migration Preview:                                                |
    | +-------------------------------------------------------------+   |
    | | -- Migration: 002_location.sql                              |   |
    | | -- Iteration: 2                                             |   |
    | |                                                             |   |
    | | CREATE TABLE locations (                                    |   |
    | |   id uuid PRIMARY KEY,                                      |   |
    | |   address text                                              |   |
    | | );                                                          |   |
    | +-------------------------------------------------------------+   |
    |                                                                   |
    |  [Cancel] [Review Full Migration]>[Apply & Continue]              |
    +===================================================================+
    "
  `);
});

test.each([40, 60, 80, 120])("has straight sides at %i columns", (columns) => {
  const widths = new Set(draw(columns).map(measureText));
  expect([...widths]).toEqual([panelWidth(panel, columns)]);
  expect(panelWidth(panel, columns)).toBeLessThanOrEqual(columns);
});

test("has straight sides around wide and combining letters, and lets no control character through", () => {
  const groups = [{ title: "新しい表", lines: [{ text: "顧客 👩‍👩‍👧 e\u0301 \u001b[2J\nx" }] }];
  const lines = draw(70, unicode, { ...panel, groups });
  expect([...new Set(lines.map(measureText))]).toEqual([69]);
  expect(lines.join("\n")).not.toContain("\u001b[2J");
});

test("says how much of the SQL it leaves out", () => {
  const lines = drawPanel(panel, { width: 69, previewLines: 4, footer: "" }, unicode).join("\n");
  expect(lines).toContain("… 4 more lines");
  expect(lines).not.toContain("CREATE TABLE");
});

test("is a plain list where nothing can be pressed", () => {
  expect(`\n${listPanel(panel, unicode).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    BUILD ITERATION 2 - DATABASE CHANGES DETECTED
      Target: embedded PostgreSQL 17 · crm
      New Tables:
        ✓ locations (8 columns)
      Modified Tables:
        ✓ accounts (ADD COLUMN: territory_id)
        ▲ accounts (name: 100 to 50 characters): values may not fit
      New Relationships:
        ✓ locations.account_id → accounts.id
      Migration: 002_location.sql
    "
  `);
});
