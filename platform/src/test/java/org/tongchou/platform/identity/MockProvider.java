package org.tongchou.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider in the test's own process. */
final class MockProvider {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final RSAKey key;
    private volatile String subject = "";
    private volatile String nonce = "";

    MockProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whom the next sign-in is about, and the nonce that the request brought. */
    void next(String whom, String requestNonce) {
        subject = whom;
        nonce = requestNonce;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = JSON.writeValueAsBytes(
                switch (exchange.getRequestURI().getPath()) {
                    case "/.well-known/openid-configuration" ->
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys",
                                "subject_types_supported", new String[] {"public"});
                    case "/keys" -> new JWKSet(key.toPublicJWK()).toJSONObject();
                    default -> Map.of("access_token", "a", "token_type", "Bearer", "id_token", token());
                });
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String token() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .audience("tongchou")
                            .subject(subject)
                            .claim("nonce", nonce)
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A parameter of an address, decoded. */
    static String parameter(String address, String name) {
        for (String part : address.substring(address.indexOf('?') + 1).split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return java.net.URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException(name);
    }
}
