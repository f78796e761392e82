import type { SuccessionInput, UnitInput } from '../city-input.ts';

/**
 * Code, Vietnamese and English name. Codes are ours (`HN-` and the usual short name): the ones of Decision 20/2020/QĐ-TTg that Hanoi gave out
 * anew by its Decision 4078/QĐ-UBND of 1 August 2025 are not in a list that we could read. English names are ours too.
 */
type Row = readonly [code: string, vi: string, en: string];

/** The day on which the merged ones began: a resolution of the People's Council of 25 February 2025. */
const merged = '2025-03-01';
const dayBefore = '2025-02-28';

/**
 * Not their founding days, which we did not look for: the city's own index of 2019 (Decision 1752/QĐ-UBND of 29 April 2020) ranks 22
 * departments and bodies of their rank, as many as stand here. Some are older, and stand for their code before this day too.
 */
const listed = '2019-01-01';

/** Those that the reorganisation left as they were. */
const kept: readonly Row[] = [
  ['HN-STP', 'Sở Tư pháp', 'Department of Justice'],
  ['HN-SCT', 'Sở Công Thương', 'Department of Industry and Trade'],
  ['HN-SVHTT', 'Sở Văn hóa và Thể thao', 'Department of Culture and Sports'],
  ['HN-SGDDT', 'Sở Giáo dục và Đào tạo', 'Department of Education and Training'],
  ['HN-SYT', 'Sở Y tế', 'Department of Health'],
  ['HN-TTTP', 'Thanh tra Thành phố', 'City Inspectorate'],
  ['HN-SDL', 'Sở Du lịch', 'Department of Tourism'],
  ['HN-SQHKT', 'Sở Quy hoạch – Kiến trúc', 'Department of Planning and Architecture'],
];

/** Those that ended with February 2025. */
const former: readonly Row[] = [
  ['HN-SNV', 'Sở Nội vụ', 'Department of Home Affairs'],
  ['HN-SLDTBXH', 'Sở Lao động – Thương binh và Xã hội', 'Department of Labour, Invalids and Social Affairs'],
  ['HN-STC', 'Sở Tài chính', 'Department of Finance'],
  ['HN-SKHDT', 'Sở Kế hoạch và Đầu tư', 'Department of Planning and Investment'],
  ['HN-SNNPTNT', 'Sở Nông nghiệp và Phát triển nông thôn', 'Department of Agriculture and Rural Development'],
  ['HN-STNMT', 'Sở Tài nguyên và Môi trường', 'Department of Natural Resources and Environment'],
  ['HN-SXD', 'Sở Xây dựng', 'Department of Construction'],
  ['HN-SGTVT', 'Sở Giao thông Vận tải', 'Department of Transport'],
  ['HN-SKHCN', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology'],
  ['HN-STTTT', 'Sở Thông tin và Truyền thông', 'Department of Information and Communications'],
  ['HN-VP', 'Văn phòng Ủy ban nhân dân Thành phố', 'Office of the City People’s Committee'],
  ['HN-SNgV', 'Sở Ngoại vụ', 'Department of Foreign Affairs'],
  ['HN-BDT', 'Ban Dân tộc', 'Committee for Ethnic Minorities'],
  [
    'HN-BQLKCN',
    'Ban Quản lý các khu công nghiệp và chế xuất',
    'Management Board of Industrial and Export Processing Zones',
  ],
];

/** Those that began in March 2025, and what they were made of: whole bodies, as the resolution is told. */
const begun: readonly (readonly [...Row, from: readonly string[]])[] = [
  ['HN-SNV', 'Sở Nội vụ', 'Department of Home Affairs', ['HN-SNV', 'HN-SLDTBXH']],
  ['HN-STC', 'Sở Tài chính', 'Department of Finance', ['HN-STC', 'HN-SKHDT']],
  ['HN-SNNMT', 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment', ['HN-SNNPTNT', 'HN-STNMT']],
  ['HN-SXD', 'Sở Xây dựng', 'Department of Construction', ['HN-SXD', 'HN-SGTVT']],
  ['HN-SKHCN', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology', ['HN-SKHCN', 'HN-STTTT']],
  ['HN-VP', 'Văn phòng Ủy ban nhân dân Thành phố', 'Office of the City People’s Committee', ['HN-VP', 'HN-SNgV']],
  ['HN-SDTTG', 'Sở Dân tộc và Tôn giáo', 'Department of Ethnic and Religious Affairs', ['HN-BDT']],
  [
    'HN-BQLKCNC',
    'Ban Quản lý Khu công nghệ cao và Khu công nghiệp',
    'Management Board of the High-Tech Park and Industrial Zones',
    ['HN-BQLKCN'],
  ],
];

function department([code, vi, en]: Row, validFrom: string, validTo: string | null): UnitInput {
  return {
    code,
    level: 'department',
    type: { vi: 'sở, ngành', en: 'department' },
    names: { vi, en },
    parent: '01',
    validFrom,
    validTo,
    point: null,
    areaKm2: null,
    population: null,
  };
}

/**
 * Departments and bodies of their rank: 22 until February 2025, 16 since. Left out: the board of Hòa Lạc High-Tech Park, which also went into
 * the new board but became the city's on a day that we did not find, and the Public Administrative Service Center, a pilot.
 */
export const departments: readonly UnitInput[] = [
  ...kept.map((row) => department(row, listed, null)),
  ...former.map((row) => department(row, listed, dayBefore)),
  ...begun.map(([code, vi, en]) => department([code, vi, en], merged, null)),
];

export const departmentSuccessions: readonly SuccessionInput[] = begun.flatMap(([code, , , from]) =>
  from.map((origin) => ({
    from: { code: origin, validFrom: listed },
    to: { code, validFrom: merged },
    day: merged,
    extent: 'whole' as const,
  })),
);
