import { afterEach, expect, test } from 'vitest';
import { addCorner, drawState, finishDrawing } from '#draw/draw-state.ts';
import { mapModel } from '#map/map-model.ts';
import {
  askState,
  chooseAskTool,
  closeAsk,
  stepBackFromAsk,
  toggleAsk,
  withinOf,
} from './question.ts';

afterEach(() => void closeAsk());

test('a polygon drawn on the map becomes the question, and stays on the map', () => {
  toggleAsk();
  addCorner([111, 27]);
  addCorner([111.01, 27]);
  addCorner([111, 27.01]);
  finishDrawing();
  const { question } = askState.get();
  expect(question?.kind).toBe('polygon');
  expect(withinOf(question!).polygon).toMatchObject({ type: 'Polygon' });
  expect(mapModel.get().shapes.map(({ id }) => id)).toEqual(['asked']);
});

test('an outline that crosses itself asks nothing and shows where', () => {
  toggleAsk();
  for (const corner of [
    [111, 27],
    [111.02, 27.02],
    [111.02, 27],
    [111, 27.02],
  ] as const)
    addCorner(corner);
  finishDrawing();
  expect(askState.get().question).toBeNull();
  expect(drawState.get().fault?.reason).toBe('self-crossing');
  expect(mapModel.get().shapes.map(({ id }) => id)).toContain('drawing-fault');
});

test('a circle takes its centre and its edge, a line the ground to both sides', () => {
  toggleAsk();
  chooseAskTool('circle');
  addCorner([111, 27]);
  addCorner([111, 27.01]);
  expect(withinOf(askState.get().question!).circle?.radiusMeters).toBeCloseTo(1112, -1);
  chooseAskTool('line');
  addCorner([111, 27]);
  addCorner([111.01, 27]);
  finishDrawing();
  expect(withinOf(askState.get().question!).roadBuffer).toMatchObject({ meters: 100 });
});

test('stepping back gives back one thing at a time', () => {
  toggleAsk();
  expect(stepBackFromAsk()).toBe(true);
  expect(askState.get().open).toBe(false);
  expect(stepBackFromAsk()).toBe(false);
  expect(mapModel.get().shapes).toEqual([]);
});
