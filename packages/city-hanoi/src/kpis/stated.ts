import type { KpiInput } from '../city-input.ts';

type StatedFormula = Extract<KpiInput['formula'], { kind: 'stated' }>;

interface StatedFigure {
  readonly indicator: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly meaning: { readonly vi: string; readonly en: string };
  readonly unitOfMeasure: string;
  readonly cadence: StatedFormula['cadence'];
  readonly counted?: string;
}

const article = {
  vi: 'Số báo cáo, không phải số đếm: chỉ tiêu trong bài “Xây dựng chính quyền điện tử”, báo Kinh tế & Đô thị, đầu năm 2019; bài không nêu định nghĩa thì theo quy ước của sản phẩm',
  en: 'Stated, not counted: indicator of “Xây dựng chính quyền điện tử”, Kinh tế & Đô thị, early 2019; the definition is ours where the article gives none',
};
const oneStop2025 = {
  vi: 'Số báo cáo, không phải số đếm: chỉ tiêu tiếp nhận một cửa của Thành phố theo báo chí tháng 7/2025',
  en: 'Stated, not counted: city targets for one-stop reception as told by the press in July 2025',
};

/** Public services and the shared one-stop system of the whole city. */
const cityFigures: StatedFigure[] = [
  {
    indicator: 'services.online',
    names: { vi: 'Dịch vụ công trực tuyến', en: 'Online public services' },
    meaning: {
      vi: 'Số thủ tục được cung cấp trực tuyến ở mức độ 3 hoặc 4.',
      en: 'Procedures that are offered online at level 3 or 4.',
    },
    unitOfMeasure: '{service}',
    cadence: 'quarter',
  },
  {
    indicator: 'services.online-share',
    names: { vi: 'Tỷ lệ dịch vụ công trực tuyến', en: 'Share of services online' },
    meaning: {
      vi: 'Thủ tục cung cấp ở mức độ 3 hoặc 4 trên tổng số thủ tục hành chính.',
      en: 'Procedures offered at level 3 or 4 over all procedures.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
  {
    indicator: 'services.level3',
    names: { vi: 'Dịch vụ công mức độ 3', en: 'Services at level 3' },
    meaning: {
      vi: 'Dịch vụ nộp hồ sơ qua mạng; trả kết quả và phí còn tại nơi tiếp nhận.',
      en: 'Services whose dossier is sent online, while fee and result are handled at the desk.',
    },
    unitOfMeasure: '{service}',
    cadence: 'quarter',
  },
  {
    indicator: 'services.level4',
    names: { vi: 'Dịch vụ công mức độ 4', en: 'Services at level 4' },
    meaning: {
      vi: 'Dịch vụ nộp hồ sơ, thanh toán và trả kết quả đều qua mạng hoặc bưu chính.',
      en: 'Services whose dossier, payment and result all go online or by post.',
    },
    unitOfMeasure: '{service}',
    cadence: 'quarter',
  },
  {
    indicator: 'onestop.coverage',
    names: { vi: 'Đơn vị dùng hệ thống một cửa dùng chung', en: 'Units on the shared one-stop system' },
    meaning: {
      vi: 'Sở, ban, ngành, quận, huyện, thị xã và xã, phường, thị trấn dùng hệ thống một cửa dùng chung 3 cấp trên tổng số đơn vị.',
      en: 'Departments, districts and communes that run the shared three-tier one-stop system, over all of them.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
  {
    indicator: 'onestop.accounts',
    names: { vi: 'Tài khoản trên hệ thống một cửa', en: 'Accounts on the one-stop system' },
    meaning: {
      vi: 'Tài khoản của cán bộ, công chức trên hệ thống một cửa dùng chung.',
      en: 'Accounts of officials on the shared one-stop system.',
    },
    unitOfMeasure: '{account}',
    cadence: 'quarter',
  },
  {
    indicator: 'dossiers.received.total',
    names: { vi: 'Hồ sơ đã tiếp nhận trên hệ thống dùng chung', en: 'Dossiers received on the shared system' },
    meaning: {
      vi: 'Tổng số hồ sơ mà hệ thống một cửa dùng chung đã tiếp nhận; bài báo không nêu kỳ.',
      en: 'Dossiers that the shared one-stop system has received; the article names no period.',
    },
    unitOfMeasure: '{dossier}',
    cadence: 'quarter',
    counted: 'dossiers.received',
  },
  {
    indicator: 'dossiers.received.commune',
    names: { vi: 'Hồ sơ đã tiếp nhận tại cấp xã', en: 'Dossiers received at commune level' },
    meaning: {
      vi: 'Hồ sơ tiếp nhận tại xã, phường, thị trấn, trong tổng số hồ sơ của hệ thống dùng chung.',
      en: 'Those of the shared system’s dossiers that communes received.',
    },
    unitOfMeasure: '{dossier}',
    cadence: 'quarter',
  },
  {
    indicator: 'dossiers.online-share',
    names: { vi: 'Tỷ lệ hồ sơ nộp trực tuyến', en: 'Share of dossiers sent online' },
    meaning: {
      vi: 'Hồ sơ nộp trực tuyến trên tổng hồ sơ tiếp nhận, theo báo cáo.',
      en: 'Dossiers sent online over all dossiers received, as reported.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
    counted: 'dossiers.online-rate',
  },
  {
    indicator: 'integration.core-systems',
    names: { vi: 'Hệ thống, CSDL cốt lõi đã kết nối', en: 'Core systems connected' },
    meaning: {
      vi: 'Hệ thống thông tin và cơ sở dữ liệu cốt lõi đã kết nối, chia sẻ với cơ sở dữ liệu quốc gia trên tổng số.',
      en: 'Core systems and databases connected to and sharing with national databases, over all of them.',
    },
    unitOfMeasure: '1',
    cadence: 'year',
  },
  {
    indicator: 'it-zones.invested',
    names: { vi: 'Khu CNTT tập trung được đầu tư', en: 'Concentrated IT zones invested in' },
    meaning: {
      vi: 'Số khu công nghệ thông tin tập trung đã được đầu tư.',
      en: 'Concentrated information technology zones in which investment was made.',
    },
    unitOfMeasure: '{zone}',
    cadence: 'year',
  },
  {
    indicator: 'ioc.centers',
    names: { vi: 'Trung tâm chức năng của Trung tâm điều hành', en: 'Functional centers of the operations center' },
    meaning: {
      vi: 'Số trung tâm chức năng đã hoạt động; giao thông, du lịch và y tế được ưu tiên trước.',
      en: 'Functional centers at work; traffic, tourism and health information come first.',
    },
    unitOfMeasure: '{center}',
    cadence: 'year',
  },
  {
    indicator: 'ioc.steering',
    names: { vi: 'Đơn vị có Ban Chỉ đạo chính quyền điện tử', en: 'Units with an e-government steering committee' },
    meaning: {
      vi: 'Sở, ban, ngành, quận, huyện, thị xã đã lập Ban Chỉ đạo xây dựng chính quyền điện tử trên tổng số.',
      en: 'Departments and districts with a steering committee for e-government, over all of them.',
    },
    unitOfMeasure: '1',
    cadence: 'year',
  },
  {
    indicator: 'kiosk.installed',
    names: { vi: 'Chung cư từ 17 tầng có kiosk', en: 'Buildings of 17 floors and more with a kiosk' },
    meaning: {
      vi: 'Tòa chung cư từ 17 tầng trở lên đã lắp kiosk dịch vụ công trên tổng số tòa như vậy.',
      en: 'Apartment buildings of 17 floors and more that have a public-service kiosk, over all such buildings.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
];

/** What two districts undertook. */
const districtFigures: StatedFigure[] = [
  {
    indicator: 'bac-tu-liem.video',
    names: { vi: 'Phường có hội nghị trực tuyến', en: 'Wards with online conferencing' },
    meaning: {
      vi: 'Phường có hệ thống hội nghị trực tuyến tới Thành phố, sở, ngành và quận trên tổng số phường.',
      en: 'Wards with online conferencing to city, departments and district, over all wards.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
  {
    indicator: 'bac-tu-liem.edocs',
    names: { vi: 'Văn bản trao đổi điện tử', en: 'Documents exchanged electronically' },
    meaning: {
      vi: 'Văn bản trao đổi dưới dạng điện tử trên tổng số văn bản trao đổi.',
      en: 'Documents exchanged electronically over all documents exchanged.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
  {
    indicator: 'bac-tu-liem.online',
    names: { vi: 'Hồ sơ mức độ 3, 4 đăng ký trực tuyến', en: 'Level 3 and 4 dossiers registered online' },
    meaning: {
      vi: 'Hồ sơ dịch vụ công mức độ 3, 4 đăng ký trực tuyến trên tổng hồ sơ của các dịch vụ đó.',
      en: 'Dossiers of level 3 and 4 services that were registered online, over all dossiers of these services.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
  {
    indicator: 'bac-tu-liem.at-home',
    names: { vi: 'Hồ sơ trực tuyến đăng ký tại nhà', en: 'Online dossiers registered at home' },
    meaning: {
      vi: 'Hồ sơ đăng ký trực tuyến mà người dân tự làm tại nhà, không nhờ hỗ trợ tại nơi tiếp nhận.',
      en: 'Dossiers registered online from home, not with help at the desk.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
  {
    indicator: 'bac-tu-liem.ebidding',
    names: { vi: 'Gói thầu nhỏ đấu thầu qua mạng', en: 'Small packages tendered online' },
    meaning: {
      vi: 'Gói chào hàng cạnh tranh và gói thầu quy mô nhỏ đấu thầu qua mạng trên tổng số gói như vậy.',
      en: 'Competitive-quotation and small packages tendered online, over all such packages.',
    },
    unitOfMeasure: '1',
    cadence: 'year',
  },
  {
    indicator: 'bac-tu-liem.e-groups',
    names: { vi: 'Tổ dân phố điện tử mới mỗi phường', en: 'New electronic residential groups a ward' },
    meaning: {
      vi: 'Số tổ dân phố điện tử lập mới tại mỗi phường; lấy phường có ít nhất.',
      en: 'New electronic residential groups in each ward; that of the ward with the fewest.',
    },
    unitOfMeasure: '{group}',
    cadence: 'year',
  },
  {
    indicator: 'ba-dinh.online',
    names: { vi: 'Hồ sơ mức độ 3 đăng ký trực tuyến', en: 'Level 3 dossiers registered online' },
    meaning: {
      vi: 'Hồ sơ dịch vụ công mức độ 3 đăng ký trực tuyến trên tổng hồ sơ của các dịch vụ đó.',
      en: 'Dossiers of level 3 services that were registered online, over all dossiers of these services.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
  {
    indicator: 'ba-dinh.readiness',
    names: { vi: 'Phường xếp loại “sẵn sàng”', en: 'Wards rated “ready”' },
    meaning: {
      vi: 'Phường được đánh giá sẵn sàng cho chính quyền điện tử trên tổng số 14 phường.',
      en: 'Wards rated ready for e-government, over all 14 wards.',
    },
    unitOfMeasure: '1',
    cadence: 'year',
  },
  {
    indicator: 'ba-dinh.online-meetings',
    names: { vi: 'Cuộc họp trực tuyến với phường', en: 'Meetings with wards held online' },
    meaning: {
      vi: 'Cuộc họp toàn quận với các phường tổ chức trực tuyến trên tổng số cuộc họp như vậy.',
      en: 'District-wide meetings with wards that were held online, over all such meetings.',
    },
    unitOfMeasure: '1',
    cadence: 'quarter',
  },
];

/** Shares that the city set targets for in 2025 and that dossiers do not tell yet. */
const figures2025: StatedFigure[] = [
  {
    indicator: 'dossiers.full-process-share',
    names: { vi: 'Tỷ lệ hồ sơ toàn trình', en: 'Share of dossiers in full process' },
    meaning: {
      vi: 'Hồ sơ làm toàn bộ qua mạng, kết quả trả trực tuyến hoặc qua bưu chính, trên tổng hồ sơ, theo báo cáo.',
      en: 'Dossiers done online from end to end, the result online or by public post, over all dossiers, as reported.',
    },
    unitOfMeasure: '1',
    cadence: 'month',
  },
  {
    indicator: 'service-centre.online-share',
    names: {
      vi: 'Trung tâm Phục vụ hành chính công: hồ sơ trực tuyến',
      en: 'City service centre: dossiers online',
    },
    meaning: {
      vi: 'Hồ sơ nộp trực tuyến trên tổng hồ sơ của Trung tâm Phục vụ hành chính công Thành phố, theo báo cáo.',
      en: 'Dossiers sent online over all dossiers of the city’s public service centre, as reported.',
    },
    unitOfMeasure: '1',
    cadence: 'month',
  },
  {
    indicator: 'service-centre.full-process-share',
    names: {
      vi: 'Trung tâm Phục vụ hành chính công: hồ sơ toàn trình',
      en: 'City service centre: dossiers in full process',
    },
    meaning: {
      vi: 'Hồ sơ toàn trình trên tổng hồ sơ của Trung tâm Phục vụ hành chính công Thành phố, theo báo cáo.',
      en: 'Dossiers in full process over all dossiers of the city’s public service centre, as reported.',
    },
    unitOfMeasure: '1',
    cadence: 'month',
  },
];

function definitionOf(basis: KpiInput['basis'], validFrom: string): (figure: StatedFigure) => KpiInput {
  return ({ indicator, cadence, counted, ...words }) => ({
    ...words,
    id: `report.${indicator}`,
    version: 1,
    validFrom,
    center: 'public-service',
    formula: { kind: 'stated', indicator, cadence, counted: counted ?? null },
    direction: 'up',
    basis,
  });
}

/** Figures that people and registers state for a period; their ids are the indicator's behind `report.`. */
export const statedKpis: KpiInput[] = [
  ...[...cityFigures, ...districtFigures].map(definitionOf(article, '2018-01-01')),
  ...figures2025.map(definitionOf(oneStop2025, '2025-07-01')),
];
