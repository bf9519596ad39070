import { z } from 'zod';
import { areaLevelOf } from '#domain/area.ts';
import {
  cameraKinds,
  cameraOwners,
  cameraPurposes,
  longestCameraId,
  placeClasses,
} from '#domain/camera.ts';
import { cityComponentStates, isCityComponentCode } from '#domain/city-component.ts';
import { keyUnitKinds } from '#domain/field/key-unit.ts';
import { incidentSources } from '#domain/incident-source.ts';
import { gridSystems, isGridCellCode } from '#domain/grid-cell.ts';
import type { ShapeType } from '#domain/geometry-intake.ts';
import { roles } from '#domain/roles.ts';
import * as words from './chinese-words.ts';
import { chinese, day, list, moment, truth, written } from './field-forms.ts';

const text = written(z.string().min(1).max(200));
const optionalText = text.optional();
const identifier = written(z.string().min(1).max(64));
const positiveNumber = z.coerce.number().positive();
const accountName = written(
  z.string().regex(/^[a-z0-9._-]{3,40}$/, '3 to 40 of a-z, 0-9, ".", "-", "_"'),
);
const password = written(z.string().min(12, 'a password has at least 12 characters').max(200));
const areaCode = written(
  z.string().refine((code) => areaLevelOf(code) !== null, '6, 9 or 12 digits'),
);
const departmentCode = written(z.string().regex(/^[a-z0-9-]{2,40}$/, '2 to 40 of a-z, 0-9, "-"'));
const gridSystem = chinese(words.gridSystemWords, z.enum(gridSystems));
const gridCode = written(z.string().refine(isGridCellCode, 'a grid cell code has 15 digits'));
const openKind = (known: Readonly<Record<string, string>>, example: string) =>
  chinese(known, z.string().regex(/^[a-z-]{2,32}$/, `a word of a-z and "-", such as ${example}`));

export const importKinds = [
  'areas',
  'departments',
  'grid-cells',
  'city-components',
  'cameras',
  'places',
  'units',
  'grid-workers',
  'accounts',
  'incidents',
  'key-units',
  'regulations',
] as const;
export type ImportKind = (typeof importKinds)[number];

export type ImportKindRule = {
  /** What a row must say; the result is the payload that is stored. */
  fields: z.ZodObject;
  /** The field that makes a row the same thing again. */
  key: (payload: Record<string, unknown>) => string;
  geometry: 'none' | 'point' | 'outline' | 'outline-optional' | 'point-or-line';
};

export const shapesOf: Record<ImportKindRule['geometry'], readonly ShapeType[]> = {
  none: [],
  point: ['Point'],
  outline: ['Polygon', 'MultiPolygon'],
  'outline-optional': ['Polygon', 'MultiPolygon'],
  'point-or-line': ['Point', 'LineString'],
};

export const importRules: Record<ImportKind, ImportKindRule> = {
  areas: {
    geometry: 'outline-optional',
    key: (row) => String(row['code']),
    fields: z.object({
      code: areaCode,
      name: text,
      population: z.coerce.number().int().nonnegative().optional(),
      areaKm2: positiveNumber.optional(),
      illustrative: truth.default(false),
    }),
  },
  departments: {
    geometry: 'none',
    key: (row) => String(row['code']),
    fields: z.object({
      code: departmentCode,
      name: text,
      nameEn: optionalText,
      areaCode: areaCode.optional(),
    }),
  },
  'grid-cells': {
    geometry: 'outline',
    key: (row) => `${String(row['gridSystem'])}:${String(row['code'])}`,
    fields: z.object({
      gridSystem,
      code: gridCode,
      name: optionalText,
      landUse: optionalText,
    }),
  },
  'city-components': {
    geometry: 'point',
    key: (row) => String(row['code']),
    fields: z.object({
      code: written(z.string().refine(isCityComponentCode, 'a component code has 16 digits')),
      name: optionalText,
      state: chinese(words.cityComponentStateWords, z.enum(cityComponentStates)).default('intact'),
      competentDepartment: optionalText,
      ownerDepartment: optionalText,
      maintainDepartment: optionalText,
      unitGridCode: gridCode.optional(),
      initialDate: day.optional(),
      changeDate: day.optional(),
      dataSource: optionalText,
      address: optionalText,
    }),
  },
  cameras: {
    geometry: 'point',
    key: (row) => String(row['id']),
    fields: z.object({
      id: written(
        z
          .string()
          .max(longestCameraId)
          .regex(/^[\w.:$-]+$/, 'letters, digits, "._:$-"'),
      ),
      name: text,
      kind: chinese(words.cameraKindWords, z.enum(cameraKinds)).default('fixed'),
      gbCode: written(z.string().regex(/^\d{20}$/, 'a GB/T 28181 code has 20 digits')).optional(),
      bearingDeg: z.coerce.number().min(0).max(360).optional(),
      widthDeg: z.coerce.number().gt(0).max(360).optional(),
      rangeMeters: z.coerce.number().gt(0).max(20_000).optional(),
      heightMeters: z.coerce.number().gt(0).max(500).optional(),
      owner: chinese(words.cameraOwnerWords, z.enum(cameraOwners)),
      placeClass: chinese(words.placeClassWords, z.enum(placeClasses)),
      purposes: list(chinese(words.cameraPurposeWords, z.enum(cameraPurposes))),
      noticePosted: truth.default(false),
      filingNo: optionalText,
      address: optionalText,
      streamAddress: z
        .url({
          protocol: /^(rtsp|rtmp|https?)$/,
          error: 'an address that plays: rtsp://, rtmp:// or http(s)://',
        })
        .max(500)
        .optional(),
    }),
  },
  places: {
    geometry: 'point',
    key: (row) => String(row['id']),
    fields: z.object({
      id: identifier,
      name: text,
      kind: openKind(words.placeKindWords, 'school (学校)'),
      address: optionalText,
      capacity: z.coerce.number().int().positive().optional(),
    }),
  },
  units: {
    geometry: 'point-or-line',
    key: (row) => String(row['id']),
    fields: z.object({
      id: identifier,
      name: text,
      kind: openKind(words.unitKindWords, 'police-patrol (公安巡逻)'),
      callSign: optionalText,
      departmentCode: optionalText,
    }),
  },
  'grid-workers': {
    geometry: 'none',
    key: (row) =>
      `${String(row['accountName'])}:${String(row['gridSystem'])}:${String(row['gridCode'])}`,
    fields: z.object({
      accountName,
      displayName: text,
      gridSystem,
      gridCode,
      post: chinese(words.postWords, z.enum(['A', 'B'])),
      password: password.optional(),
    }),
  },
  accounts: {
    geometry: 'none',
    key: (row) => String(row['name']),
    fields: z
      .object({
        name: accountName,
        displayName: text,
        role: chinese(words.roleWords, z.enum(roles)),
        areaCode,
        departmentCode: departmentCode.optional(),
        password,
      })
      .refine((row) => row.role !== 'department' || row.departmentCode !== undefined, {
        path: ['departmentCode'],
        message: 'an account of a department names the department',
      }),
  },
  incidents: {
    geometry: 'point',
    key: (row) => `${String(row['source'])}:${String(row['externalId'])}`,
    fields: z
      .object({
        source: chinese(words.incidentSourceWords, z.enum(incidentSources)).default('bulk-file'),
        externalId: written(z.string().min(1).max(100)),
        revision: z.coerce.number().int().min(1).default(1),
        classCode: identifier.optional(),
        className: optionalText,
        /** Of the city component that it is about. */
        cityComponentCode: written(
          z.string().refine(isCityComponentCode, 'a component code has 16 digits'),
        ).optional(),
        title: optionalText,
        description: written(z.string().max(4_000)).optional(),
        address: optionalText,
        grade: z.coerce.number().int().min(1).max(4).optional(),
        reportedAt: moment.optional(),
        reporterName: written(z.string().max(60)).optional(),
        reporterTelephone: written(
          z.string().regex(/^[+\d][\d ()-]{4,38}$/, 'a telephone number'),
        ).optional(),
        reporterHome: optionalText,
        wantsCallBack: truth.default(false),
      })
      .refine((row) => row.classCode !== undefined || row.className !== undefined, {
        path: ['classCode'],
        message: 'a class is named by its code or its name',
      })
      .refine((row) => !row.wantsCallBack || row.reporterTelephone !== undefined, {
        path: ['reporterTelephone'],
        message: 'a call-back needs a number',
      }),
  },
  'key-units': {
    geometry: 'point',
    key: (row) => String(row['id']),
    fields: z.object({
      id: identifier,
      name: text,
      kind: chinese(words.keyUnitKindWords, z.enum(keyUnitKinds)),
      address: optionalText,
      personInCharge: written(z.string().min(1).max(60)).optional(),
      closed: truth.default(false),
    }),
  },
  regulations: {
    geometry: 'none',
    key: (row) => String(row['code']),
    fields: z.object({
      code: written(z.string().regex(/^[a-z0-9-]{2,40}$/, '2 to 40 of a-z, 0-9, "-"')),
      law: text,
      article: written(z.string().min(1).max(40)),
      text: written(z.string().min(1).max(2_000)),
      summary: truth,
      source: text,
      classCodes: list(identifier).optional(),
    }),
  },
};
