/** What a column of the template holds, for whoever fills it in. */
export interface TemplateColumn {
  readonly heading: string;
  readonly required: boolean;
  readonly meaning: { readonly vi: string; readonly en: string };
}

export type TemplateShape = 'dossiers' | 'events';

const dossier: TemplateColumn = {
  heading: 'Mã hồ sơ',
  required: true,
  meaning: {
    vi: 'Mã trên giấy tiếp nhận, ví dụ H26.15-260302-0001. Giữ nguyên như phần mềm ghi.',
    en: 'The code on the receipt, such as H26.15-260302-0001, as the software writes it.',
  },
};

const shared: readonly TemplateColumn[] = [
  {
    heading: 'Mã thủ tục',
    required: true,
    meaning: {
      vi: 'Mã thủ tục trên Cơ sở dữ liệu quốc gia, ví dụ 1.001193.',
      en: 'Code of the procedure in the national database, such as 1.001193.',
    },
  },
  {
    heading: 'Mã đơn vị',
    required: true,
    meaning: {
      vi: 'Mã đơn vị đang giữ hồ sơ, ví dụ mã phường, xã 00004; sở, ngành theo danh sách ở GET /v1/units, ví dụ HN-STC (mã của Flagtower, không phải mã nhà nước cấp). Ô kiểu văn bản để không mất số 0 ở đầu.',
      en: 'Code of the unit that holds the dossier, such as ward 00004; departments as listed at GET /v1/units, such as HN-STC (Flagtower’s own codes, not official ones). A text cell, so that leading zeros stay.',
    },
  },
  {
    heading: 'Kênh nộp',
    required: false,
    meaning: {
      vi: 'Trực tiếp, Trực tuyến, Tại nhà, Bưu chính công ích, Kiosk; hoặc số 1, 2, 3 của KenhThucHien.',
      en: 'Trực tiếp (desk), Trực tuyến (online), Tại nhà (at home), Bưu chính công ích (post), Kiosk; or 1, 2, 3 of KenhThucHien.',
    },
  },
];

const due: TemplateColumn = {
  heading: 'Ngày hẹn trả',
  required: false,
  meaning: {
    vi: 'Ngày ghi trên giấy hẹn; chỉ có ngày thì tính đến hết ngày. Để trống thì hạn được tính theo thời hạn của thủ tục.',
    en: 'As promised; a day alone ends with that day. Left empty, it is computed from the time limit of the procedure.',
  },
};

const outcome: readonly TemplateColumn[] = [
  {
    heading: 'Nghĩa vụ tài chính',
    required: false,
    meaning: {
      vi: 'Không, Phải nộp, Đã nộp trực tuyến, Đã nộp trực tiếp.',
      en: 'Không (none), Phải nộp (to be paid), Đã nộp trực tuyến (paid online), Đã nộp trực tiếp (paid otherwise).',
    },
  },
  {
    heading: 'Hình thức kết quả',
    required: false,
    meaning: {
      vi: 'Điện tử (bản điện tử có giá trị pháp lý) hoặc Bản giấy.',
      en: 'Điện tử (a valid electronic result) or Bản giấy (paper).',
    },
  },
];

function timeColumn(heading: string, vi: string, en: string, required = false): TemplateColumn {
  return { heading, required, meaning: { vi, en } };
}

/** The columns of both templates, in their order. Whatever else a table has is not read. */
export const templateColumns: Readonly<Record<TemplateShape, readonly TemplateColumn[]>> = {
  dossiers: [
    dossier,
    ...shared,
    timeColumn('Ngày nộp', 'Lúc người dân nộp hồ sơ trực tuyến.', 'When it was sent online.'),
    timeColumn('Ngày tiếp nhận', 'Lúc bộ phận một cửa tiếp nhận.', 'When the one-stop desk accepted it.'),
    due,
    timeColumn(
      'Ngày xử lý xong',
      'Lúc có kết quả (trạng thái 9).',
      'When the result was ready (status 9): the end of handling.',
    ),
    timeColumn('Ngày trả kết quả', 'Lúc trả cho người dân (trạng thái 10).', 'When it was handed over (status 10).'),
    timeColumn('Ngày rút hồ sơ', 'Lúc người dân rút (trạng thái 7).', 'When the applicant withdrew it (status 7).'),
    timeColumn('Ngày từ chối', 'Lúc từ chối tiếp nhận (trạng thái 3).', 'When the desk refused it (status 3).'),
    {
      heading: 'Trạng thái',
      required: false,
      meaning: {
        vi: 'Một trong mười trạng thái của Cổng Dịch vụ công quốc gia, ghi tên hoặc số từ 1 đến 10.',
        en: 'One of the ten statuses of the national portal, by name or by number from 1 to 10.',
      },
    },
    timeColumn(
      'Thời điểm trạng thái',
      'Lúc chuyển sang trạng thái đó; cần cho các trạng thái tạm dừng 5, 6, 8.',
      'When it came into that status; needed for the pauses 5, 6 and 8.',
    ),
    ...outcome,
    timeColumn(
      'Cập nhật lúc',
      'Lúc dòng này được xuất; dòng mới hơn thay dòng cũ của cùng hồ sơ.',
      'When this row was exported; a newer row of a dossier replaces an older one.',
    ),
  ],
  events: [
    dossier,
    timeColumn('Thời điểm', 'Lúc đổi trạng thái.', 'When the status changed.', true),
    {
      heading: 'Trạng thái',
      required: true,
      meaning: {
        vi: 'Một trong mười trạng thái (tên hoặc số); thêm: Tiếp tục xử lý, Chuyển đơn vị, Mở lại, Hẹn lại ngày trả.',
        en: 'One of the ten statuses (name or number); also: Tiếp tục xử lý (resumed), Chuyển đơn vị (transferred), Mở lại (re-opened), Hẹn lại ngày trả (new due date).',
      },
    },
    ...shared,
    due,
    ...outcome,
    {
      heading: 'Mã dòng',
      required: false,
      meaning: {
        vi: 'Mã riêng của dòng trong phần mềm, nếu có: gửi lại không bị tính hai lần.',
        en: 'The row’s own id, where the software has one: sent again it does not count twice.',
      },
    },
  ],
};
