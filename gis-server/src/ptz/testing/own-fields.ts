/** Fields served to the session whose look runs, or of heads in the viewer's scope: tested beside this. */
export const ptzFieldsOfTheirOwn = [
  'Query.ptzPanel',
  'Query.cameraHeads',
  'Mutation.holdPtz',
  'Mutation.takePtzOver',
  'Mutation.releasePtz',
  'Mutation.movePtz',
  'Mutation.stopPtz',
  'Mutation.callPtzPreset',
  'Mutation.savePtzPreset',
  'Mutation.framePtz',
  'Subscription.ptz',
];
