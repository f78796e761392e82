export { equalJson, type Json } from './stream/equal-json.ts';
export {
  catchUp,
  openPublication,
  publish,
  publishChanges,
  type Publication,
  type Published,
} from './stream/publisher.ts';
export {
  applyDelta,
  applySubscribed,
  ask,
  holding,
  receiveDelta,
  unknownTopic,
  type Held,
  type Outcome,
  type Received,
  type Replica,
} from './stream/replica.ts';
export { changesBetween, withChanges, type Changes, type TopicState } from './stream/topic-state.ts';
