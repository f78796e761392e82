import type { Language } from '@flagtower/charts';

/**
 * Kinds of situation records in DATEX II (data dictionary of versions 2 and 3). A road operator often tells no more than
 * the kind, and its code is no word for a person.
 */
const situations: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  AbnormalTraffic: { vi: 'Giao thông bất thường', en: 'Abnormal traffic' },
  Accident: { vi: 'Tai nạn giao thông', en: 'Accident' },
  AnimalPresenceObstruction: { vi: 'Động vật trên đường', en: 'Animals on the road' },
  AuthorityOperation: { vi: 'Lực lượng chức năng làm nhiệm vụ', en: 'Authority operation' },
  ConstructionWorks: { vi: 'Thi công công trình', en: 'Construction works' },
  DisturbanceActivity: { vi: 'Hoạt động gây cản trở', en: 'Disturbance' },
  EnvironmentalObstruction: { vi: 'Cản trở do thiên nhiên', en: 'Environmental obstruction' },
  EquipmentOrSystemFault: { vi: 'Hỏng thiết bị giao thông', en: 'Equipment fault' },
  GeneralInstructionToRoadUsers: { vi: 'Hướng dẫn người đi đường', en: 'Instruction to road users' },
  GeneralNetworkManagement: { vi: 'Điều tiết mạng lưới', en: 'Network management' },
  GeneralObstruction: { vi: 'Vật cản trên đường', en: 'Obstruction' },
  InfrastructureDamageObstruction: { vi: 'Hư hỏng kết cấu đường', en: 'Damaged infrastructure' },
  MaintenanceWorks: { vi: 'Bảo trì, sửa chữa đường', en: 'Maintenance works' },
  NonWeatherRelatedRoadConditions: { vi: 'Tình trạng mặt đường', en: 'Road surface conditions' },
  PoorEnvironmentConditions: { vi: 'Tầm nhìn, thời tiết xấu', en: 'Poor visibility or weather' },
  PublicEvent: { vi: 'Sự kiện công cộng', en: 'Public event' },
  ReroutingManagement: { vi: 'Phân luồng từ xa', en: 'Rerouting' },
  RoadOrCarriagewayOrLaneManagement: { vi: 'Đóng, điều chỉnh làn đường', en: 'Road or lane management' },
  RoadsideAssistance: { vi: 'Cứu hộ trên đường', en: 'Roadside assistance' },
  ServiceDisruption: { vi: 'Gián đoạn dịch vụ', en: 'Service disruption' },
  SpeedManagement: { vi: 'Hạn chế tốc độ', en: 'Speed management' },
  TransitInformation: { vi: 'Thông tin vận tải công cộng', en: 'Transit information' },
  VehicleObstruction: { vi: 'Xe gây cản trở', en: 'Vehicle on the road' },
  WeatherRelatedRoadConditions: { vi: 'Mặt đường do thời tiết', en: 'Road conditions by weather' },
  WinterDrivingManagement: { vi: 'Quy định lái xe mùa đông', en: 'Winter driving rules' },
};

/** A kind of event for people; what is no known code is told as it came. */
export function eventName(event: string, language: string): string {
  const names: Readonly<Record<string, string>> | undefined = situations[event];
  return names?.[language] ?? event;
}
