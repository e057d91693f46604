/** By itself: its types lead to none of the AWS client's, which every compilation of a program would have to read. */
export { ServiceError } from "../hosts/dynamic/serviceError";
