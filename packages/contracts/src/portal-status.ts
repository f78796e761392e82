import type { PauseReason, StepName } from './dossier-event.ts';

/** Where the official report form counts a dossier of a status. */
export type ReportGroup = 'not-yet-received' | 'refused' | 'in-progress' | 'paused' | 'handled';

export interface PortalStatus {
  readonly code: number;
  readonly names: { readonly vi: string; readonly en: string };
  readonly group: ReportGroup;
  /** What a change to this status is in the life of a dossier; `reason` of a pause. */
  readonly step: StepName;
  readonly reason?: PauseReason;
  /** Whether the due date's clock runs, stands still, has not begun, or has ended. */
  readonly clock: 'not-begun' | 'runs' | 'stands' | 'ended';
}

/**
 * The ten statuses of the National Public Service Portal, as the published source code of two provincial one-stop systems
 * lists them. Withdrawn (7) counts as handled; refused (3) stands outside the report form's identity.
 */
export const portalStatuses: readonly PortalStatus[] = [
  {
    code: 1,
    names: { vi: 'Mới đăng ký', en: 'Newly registered' },
    group: 'not-yet-received',
    step: 'submitted',
    clock: 'not-begun',
  },
  {
    code: 2,
    names: { vi: 'Được tiếp nhận', en: 'Received' },
    group: 'in-progress',
    step: 'received',
    clock: 'runs',
  },
  {
    code: 3,
    names: { vi: 'Không được tiếp nhận', en: 'Not received' },
    group: 'refused',
    step: 'refused',
    clock: 'not-begun',
  },
  {
    code: 4,
    names: { vi: 'Đang xử lý', en: 'In progress' },
    group: 'in-progress',
    step: 'activity',
    clock: 'runs',
  },
  {
    code: 5,
    names: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
    group: 'paused',
    step: 'paused',
    reason: 'supplement',
    clock: 'stands',
  },
  {
    code: 6,
    names: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial obligation requested' },
    group: 'paused',
    step: 'paused',
    reason: 'payment',
    clock: 'stands',
  },
  {
    code: 7,
    names: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' },
    group: 'handled',
    step: 'withdrawn',
    clock: 'ended',
  },
  {
    code: 8,
    names: { vi: 'Dừng xử lý', en: 'Stopped' },
    group: 'paused',
    step: 'paused',
    reason: 'stopped',
    clock: 'stands',
  },
  {
    code: 9,
    names: { vi: 'Đã xử lý xong', en: 'Handled' },
    group: 'handled',
    step: 'handled',
    clock: 'ended',
  },
  {
    code: 10,
    names: { vi: 'Đã trả kết quả', en: 'Result returned' },
    group: 'handled',
    step: 'returned',
    clock: 'ended',
  },
];
