import type { PipelineEvent, StageEvent } from "@build-it/stage-contract";
import type { Terminal } from "../terminal/terminal.ts";
import { drawDiagnostic } from "./draw-diagnostic.ts";
import { formatDuration } from "./format-duration.ts";
import { truncateText } from "./measure-text.ts";

const inThousands = new Intl.NumberFormat("en");

/** `40,000 of about 1,000,000 (4%), 12,000 a second, 1 min 20 s left`. */
function describeProgress({
  done,
  total,
  ratePerSecond,
  remainingMs,
}: Extract<StageEvent, { readonly type: "progress" }>): string {
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  const rate = ratePerSecond === undefined ? "" : `, ${inThousands.format(ratePerSecond)} a second`;
  const left = remainingMs === undefined ? "" : `, ${formatDuration(remainingMs)} left`;
  return `${inThousands.format(done)} of about ${inThousands.format(total)} (${share}%)${rate}${left}`;
}

/** Tells a run's events on stderr as they come. */
export interface Progress {
  show(event: PipelineEvent): void;
  /** Takes the live line away, so that something else can use the screen. */
  pause(): void;
  resume(): void;
}

/**
 * Shows a run: a line for each stage and step that is done, and on a terminal one live line for what is under way.
 * Off a terminal nothing moves and nothing is overwritten. `quiet` leaves the lines out and shows only diagnostics.
 */
export function showProgress(terminal: Terminal, options: { readonly quiet: boolean }): Progress {
  const { style, stderr } = terminal;
  const { paint } = style;
  const live = openLiveLine(terminal);
  const stepTitles = new Map<string, string>();
  let stageTitle = "";
  let openedSteps = false;

  const stageLine = (mark: string, title: string, elapsedMs: number) =>
    live.print(`${mark} ${title}  ${paint.dim(formatDuration(elapsedMs))}`);

  const showStageEvent = (event: StageEvent) => {
    switch (event.type) {
      case "step_started":
        if (!openedSteps) live.print(`${paint.dim(style.pointer)} ${stageTitle}`);
        openedSteps = true;
        stepTitles.set(event.step, event.title);
        return live.set(`  ${event.title}`);
      case "step_completed": {
        const detail = event.detail === undefined ? "" : `: ${event.detail}`;
        const title = stepTitles.get(event.step) ?? event.step;
        live.set(stageTitle);
        return live.print(
          `    ${paint.green(style.tick)} ${title}${detail}  ${paint.dim(formatDuration(event.elapsedMs))}`,
        );
      }
      case "progress":
        return live.set(`  ${stepTitles.get(event.step) ?? event.step}: ${describeProgress(event)}`);
      case "diagnostic":
        for (const line of drawDiagnostic(event.diagnostic, terminal.columns(), style)) live.print(line);
    }
  };

  const show = (event: PipelineEvent) => {
    if (options.quiet && !(event.type === "stage_event" && event.event.type === "diagnostic")) return;
    switch (event.type) {
      case "stage_started":
        stageTitle = event.title;
        openedSteps = false;
        return live.set(stageTitle);
      case "stage_event":
        return showStageEvent(event.event);
      case "stage_completed":
        live.clear();
        return stageLine(paint.green(style.tick), stageTitle, event.elapsedMs);
      case "stage_halted":
      case "stage_failed":
        live.clear();
        return stageLine(paint.red(style.cross), stageTitle, event.elapsedMs);
      case "run_finished":
        return live.clear();
    }
  };
  return { show, pause: () => live.pause(), resume: () => live.resume() };

  function openLiveLine({ columns }: Pick<Terminal, "columns">) {
    const moves = stderr.isTTY === true && terminal.mode === "text" && terminal.interactive;
    let text = "";
    let paused = false;
    let frame = 0;
    let timer: NodeJS.Timeout | undefined;
    const erase = () => {
      if (moves && !paused && text !== "") stderr.write("\r\u001b[2K");
    };
    const draw = () => {
      if (!moves || paused || text === "") return;
      const mark = style.spinner[frame % style.spinner.length] ?? "";
      stderr.write(`\r\u001b[2K${paint.cyan(mark)} ${truncateText(text, columns() - 3, style.ellipsis)}`);
    };
    const turn = () => {
      frame += 1;
      draw();
    };
    const stop = () => {
      clearInterval(timer);
      timer = undefined;
    };
    return {
      print(line: string) {
        erase();
        stderr.write(`${line}\n`);
        draw();
      },
      set(next: string) {
        text = next;
        draw();
        if (moves && !paused) timer ??= setInterval(turn, 80).unref();
      },
      clear() {
        erase();
        stop();
        text = "";
      },
      pause() {
        erase();
        stop();
        paused = true;
      },
      resume() {
        paused = false;
        draw();
        if (moves && text !== "") timer ??= setInterval(turn, 80).unref();
      },
    };
  }
}
