/** "iteration 6, 2 of 3 parts applied". */
export const describeUnderway = ({
  iteration,
  done,
  of,
}: {
  readonly iteration: number;
  readonly done: number;
  readonly of: number;
}): string => `iteration ${iteration}, ${done} of ${of} parts applied`;
