const resources =
  'Bundle|MeasureReport|Measure|Observation|Encounter|Location|HealthcareService|Organization|OperationOutcome|Patient';

/** Whether JSON begins like a resource of FHIR. */
export function isFhirHead(text: string): boolean {
  return new RegExp(`"resourceType"\\s*:\\s*"(${resources})"`).test(text);
}
