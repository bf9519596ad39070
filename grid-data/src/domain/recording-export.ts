/** 录像导出 (调取): a copy of recorded video that leaves the house, by two persons, with its proof. */
import { z } from 'zod';

/** What is hidden of the picture. Only a second approval lets a copy out with nothing hidden. */
export const exportMaskings = ['whole-picture', 'regions', 'none'] as const;
export type ExportMasking = (typeof exportMaskings)[number];

export const exportStates = [
  'requested', // 待审批
  'approved', // 已批准, 待生成
  'refused', // 不予批准
  'writing', // 生成中
  'ready', // 已生成
  'failed', // 生成失败
  'deleted', // 已删除
] as const;
export type ExportState = (typeof exportStates)[number];

export type ExportForm = 'movie' | 'picture';

/** A window this short holds one picture, and is written as one. */
export const pictureWindowMs = 1_000;

export const exportFormOf = ({ fromMs, toMs }: { fromMs: number; toMs: number }): ExportForm =>
  toMs - fromMs < pictureWindowMs ? 'picture' : 'movie';

/** Two key pictures seldom lie further apart. */
const pictureLeadMs = 10_000;

/**
 * What is pulled for a copy, Unix ms. A picture is decoded from the key picture before it, and a recorder may begin with
 * the one after: of what leads up to the picture nothing is kept.
 */
export const pulledWindow = (window: { fromMs: number; toMs: number }) => ({
  fromMs: exportFormOf(window) === 'movie' ? window.fromMs : window.fromMs - pictureLeadMs,
  toMs: window.toMs,
});

/** Part of a picture, in shares of its width and height. */
export const pictureRegion = z
  .object({
    left: z.number().min(0).max(1),
    top: z.number().min(0).max(1),
    right: z.number().min(0).max(1),
    bottom: z.number().min(0).max(1),
  })
  .refine(({ left, top, right, bottom }) => right - left >= 0.01 && bottom - top >= 0.01);
export type PictureRegion = z.infer<typeof pictureRegion>;

export const exportLimits = { hours: 6, regions: 8, keepDays: 30 } as const;

const moment = z.number().int();

/** What the gateway is told to write. Names stand in the manifest, so that the copy says who let it out. */
export const exportOrder = z.object({
  exportId: z.uuid(),
  requestId: z.uuid(),
  cameraId: z.string(),
  cameraName: z.string(),
  fromMs: moment,
  toMs: moment,
  caseNo: z.string(),
  legalBasis: z.string(),
  masking: z.enum(exportMaskings),
  regions: z.array(pictureRegion).max(exportLimits.regions),
  requester: z.string(),
  /** Where the requester stands, as the burned-in mark names it. */
  unit: z.string().default(''),
  approver: z.string(),
  unmaskedBy: z.string().nullable(),
  /** Whether the request grants the sound; it goes with a copy in which nothing is hidden, and with no other. */
  sound: z.boolean().default(false),
});
export type ExportOrder = z.infer<typeof exportOrder>;

/** The file that goes with the copy: what it is, who let it out, and what is missing in it. */
export const exportManifest = z.object({
  version: z.literal(1),
  ...exportOrder.shape,
  /** Stretches of the window that nobody recorded. */
  gaps: z.array(z.object({ fromMs: moment, toMs: moment })),
  frames: z.number().int(),
  /** As the recorder sent it; null where none goes with the copy. */
  soundCodec: z.enum(['aac', 'pcma', 'pcmu']).nullable().default(null),
  /** Of the recorder's, on their way to us: holes that no list names. */
  lostPackets: z.number().int().nonnegative().default(0),
  /** Who took the copy stands in its pictures, or, where there was no ffmpeg, in the file alone. */
  mark: z.enum(['in-picture', 'in-file']).default('in-file'),
  /** When the picture was taken that the copy consists of; null where it is a movie. */
  pictureMs: moment.nullable().default(null),
  bytes: z.number().int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  tool: z.string(),
  writtenAt: z.iso.datetime({ offset: true }),
});
export type ExportManifest = z.infer<typeof exportManifest>;
