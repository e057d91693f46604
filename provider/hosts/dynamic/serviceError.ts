export { ServiceError } from "../../aws/errors";
