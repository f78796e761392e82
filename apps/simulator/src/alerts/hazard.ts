interface Words {
  readonly event: string;
  readonly headline: string;
  readonly description: string;
  readonly instruction: string;
}

/** Something that threatens a city in its season. */
export interface Hazard {
  readonly id: string;
  readonly category: 'Met' | 'Geo' | 'Env' | 'Health' | 'Fire';
  /** 1 to 12 */
  readonly months: readonly number[];
  /** Of each day of the season, in [0, 1]. */
  readonly chancePerDay: number;
  /** Hour of the day at which it is told, earliest and latest. */
  readonly toldAt: readonly [number, number];
  readonly lastsHours: readonly [number, number];
  readonly severity: 'Minor' | 'Moderate' | 'Severe';
  readonly urgency: 'Immediate' | 'Expected';
  readonly certainty: 'Observed' | 'Likely' | 'Possible';
  /** The share of the city's units that it touches. */
  readonly reach: number;
  readonly vi: Words;
  readonly en: Words;
}

/** The year of the Red River delta, by rule of thumb. */
export const hazards: readonly Hazard[] = [
  {
    id: 'fog',
    category: 'Met',
    months: [11, 12, 1, 2, 3],
    chancePerDay: 0.55,
    toldAt: [3, 6],
    lastsHours: [6, 14],
    severity: 'Minor',
    urgency: 'Immediate',
    certainty: 'Observed',
    reach: 0.5,
    vi: {
      event: 'Sương mù',
      headline: 'Sương mù dày, tầm nhìn dưới 500 mét',
      description: 'Sương mù ở vùng trũng và ven sông, tan dần trong ngày.',
      instruction: 'Đi chậm, bật đèn chiếu gần, giữ khoảng cách.',
    },
    en: {
      event: 'Fog',
      headline: 'Dense fog, visibility below 500 metres',
      description: 'Fog in low areas and along the rivers, thinning in the course of the day.',
      instruction: 'Drive slowly with low beams and keep your distance.',
    },
  },
  {
    id: 'cold',
    category: 'Met',
    months: [11, 12, 1, 2, 3],
    chancePerDay: 0.22,
    toldAt: [14, 18],
    lastsHours: [30, 72],
    severity: 'Moderate',
    urgency: 'Expected',
    certainty: 'Likely',
    reach: 1,
    vi: {
      event: 'Không khí lạnh',
      headline: 'Gió mùa đông bắc, trời chuyển rét',
      description: 'Nhiệt độ giảm 5 đến 8 độ, đêm và sáng trời rét.',
      instruction: 'Giữ ấm cho người già và trẻ nhỏ; không sưởi than trong phòng kín.',
    },
    en: {
      event: 'Cold surge',
      headline: 'North-east monsoon, turning cold',
      description: 'Temperatures fall by 5 to 8 degrees, cold at night and in the morning.',
      instruction: 'Keep the old and the young warm; burn no charcoal in closed rooms.',
    },
  },
  {
    id: 'rain',
    category: 'Met',
    months: [5, 6, 7, 8, 9, 10],
    chancePerDay: 0.4,
    toldAt: [10, 20],
    lastsHours: [3, 10],
    severity: 'Moderate',
    urgency: 'Expected',
    certainty: 'Likely',
    reach: 0.6,
    vi: {
      event: 'Mưa dông',
      headline: 'Mưa rào và dông, có nơi trên 70 mm',
      description: 'Mưa lớn trong thời gian ngắn, có thể kèm lốc, sét và gió giật mạnh.',
      instruction: 'Tránh trú dưới cây to, biển quảng cáo; chú ý điểm ngập.',
    },
    en: {
      event: 'Thunderstorm',
      headline: 'Showers and thunderstorms, in places above 70 mm',
      description: 'Heavy rain in a short time, possibly with squalls, lightning and gusts.',
      instruction: 'Do not shelter under tall trees or billboards; mind flooded spots.',
    },
  },
  {
    id: 'street-flood',
    category: 'Geo',
    months: [5, 6, 7, 8, 9, 10],
    chancePerDay: 0.18,
    toldAt: [12, 20],
    lastsHours: [2, 6],
    severity: 'Severe',
    urgency: 'Immediate',
    certainty: 'Observed',
    reach: 0.12,
    vi: {
      event: 'Ngập úng đô thị',
      headline: 'Ngập 20 đến 50 cm tại nhiều tuyến phố',
      description: 'Nước thoát chậm sau mưa lớn; một số điểm xe máy không đi được.',
      instruction: 'Không đi vào điểm ngập; theo hướng dẫn phân luồng.',
    },
    en: {
      event: 'Street flooding',
      headline: 'Water 20 to 50 cm deep on several streets',
      description: 'Water drains slowly after heavy rain; motorbikes cannot pass at some points.',
      instruction: 'Do not enter flooded spots; follow the diversions.',
    },
  },
  {
    id: 'river-flood',
    category: 'Geo',
    months: [7, 8, 9],
    chancePerDay: 0.07,
    toldAt: [7, 17],
    lastsHours: [36, 96],
    severity: 'Severe',
    urgency: 'Expected',
    certainty: 'Likely',
    reach: 0.15,
    vi: {
      event: 'Lũ sông',
      headline: 'Mực nước sông lên, trên báo động 1',
      description: 'Nước lên ở vùng bãi ngoài đê; có thể ngập hoa màu và nhà ven sông.',
      instruction: 'Người dân vùng bãi chuẩn bị di dời tài sản; không ra sông.',
    },
    en: {
      event: 'River flood',
      headline: 'The river rises above alarm level 1',
      description: 'Water rises on the land outside the dykes; crops and houses by the river may be flooded.',
      instruction: 'People outside the dykes prepare to move their goods; keep off the river.',
    },
  },
  {
    id: 'heat',
    category: 'Met',
    months: [5, 6, 7, 8],
    chancePerDay: 0.2,
    toldAt: [7, 10],
    lastsHours: [9, 34],
    severity: 'Moderate',
    urgency: 'Expected',
    certainty: 'Likely',
    reach: 1,
    vi: {
      event: 'Nắng nóng',
      headline: 'Nắng nóng gay gắt, cao nhất 37 đến 39 độ',
      description: 'Nóng nhất từ 11 đến 17 giờ, độ ẩm thấp.',
      instruction: 'Hạn chế ra ngoài buổi trưa, uống đủ nước, đề phòng cháy.',
    },
    en: {
      event: 'Heat',
      headline: 'Severe heat, up to 37 to 39 degrees',
      description: 'Hottest between 11:00 and 17:00, with dry air.',
      instruction: 'Stay in at noon, drink enough, and mind the danger of fire.',
    },
  },
  {
    id: 'dry-fire',
    category: 'Fire',
    months: [10, 11, 12, 1, 2, 3, 4],
    chancePerDay: 0.12,
    toldAt: [8, 11],
    lastsHours: [24, 60],
    severity: 'Minor',
    urgency: 'Expected',
    certainty: 'Possible',
    reach: 0.2,
    vi: {
      event: 'Nguy cơ cháy rừng',
      headline: 'Cảnh báo cháy rừng cấp III',
      description: 'Trời hanh khô, nguy cơ cháy tại vùng đồi và rừng ven đô.',
      instruction: 'Không đốt rác, đốt nương gần rừng; báo 114 khi thấy khói.',
    },
    en: {
      event: 'Danger of forest fire',
      headline: 'Forest fire warning of level III',
      description: 'Dry weather, danger of fire on the hills and in the woods around the city.',
      instruction: 'Burn no waste near woods; call 114 when you see smoke.',
    },
  },
];
