export type PhotoRecord = {
  id: string;
  incidentId: string;
  /** The move that it was added with, or report. */
  move: string;
  addedAt: Date;
  addedBy: string | null;
  width: number;
  height: number;
};

/** Whose files these are: an account's, or those of one citizen's report. */
export type Uploader = {
  key: string;
  name: string | null;
  areaCode: string;
  /** How many may wait for their case; 60 where it is not said. */
  mostWaiting?: number;
};
