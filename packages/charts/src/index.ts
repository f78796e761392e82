export { axisScale } from './axis-scale.ts';
export { hatch, type ChartLook } from './chart-look.ts';
export { daysMean, daysOption, type DayBucket } from './days.option.ts';
export { hoursOption, type BarChartOption, type HourBucket } from './hours.option.ts';
export { type Language } from './language.ts';
export { measuredText, measureWord, msOfUnit } from './measure-words.ts';
export { numberText, shareDigits, sharePointsText, shareText, shortNumberText, signedText } from './number-format.ts';
export { palettes, type Palette, type Theme } from './palette.ts';
export { sparkPath, sparkRange, sparkY, type SparkBox, type SparkPath } from './spark-path.ts';
export { bareText, statedText, type StatedValue } from './stated-text.ts';
export {
  calendarDayText,
  clockText,
  dayText,
  minuteMomentText,
  minuteText,
  momentText,
  msIntoDay,
  shortDayText,
  spanText,
  weekdayText,
} from './time-format.ts';
export { allOf, toneHoursOption, tones, type ToneBucket, type ToneCounts } from './tone-hours.option.ts';
export { trailingMean } from './trailing-mean.ts';
export { trendOption, type Trend } from './trend.option.ts';
export { csvOf } from './export/csv.ts';
export { type ExportedCell, type ExportedColumn, type ExportedView } from './export/exported-view.ts';
export { pictureOf, type Illustration, type Picture, type PictureItem, type PicturePath } from './export/picture.ts';
export { pngOf } from './export/png.ts';
export { sheetOf, sheetWidths } from './export/sheet.ts';
export { escapedText, svgOf, type Drawing, type PictureLook } from './export/svg.ts';
