/**
 * Field names that identify a company or person to an authority, whatever their section. Their values are secret in the
 * state even where a program did not say so; the service does not mark them.
 */
const IDENTIFYING =
  /^(taxId|vatId|vatNumber|ein|ssn|companyId|nationalId|passportNumber|idNumber|businessRegistrationNumber|dateOfBirth)$/i;

/** Whether the value under this field path is kept secret in any case. */
export function isSensitive(fieldPath: string): boolean {
  return IDENTIFYING.test(fieldPath.slice(fieldPath.lastIndexOf(".") + 1));
}
