// @ts-check
/** The least that speaks the protocol: the stubs of Pulumi's SDK on gRPC, two methods, nothing behind them. */
const grpc = require("@grpc/grpc-js");
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const pb = require("@pulumi/pulumi/proto/provider_pb");

const server = new grpc.Server();
server.addService(ResourceProviderService, {
  handshake: (/** @type {any} */ _call, /** @type {any} */ done) => done(null, new pb.ProviderHandshakeResponse()),
  check: (/** @type {any} */ call, /** @type {any} */ done) =>
    done(null, new pb.CheckResponse().setInputs(call.request.getNews())),
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (_error, port) => console.log(port));
