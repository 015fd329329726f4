package org.daywatch.emergencies.devices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** A device that signs what it sends, as docs/guides/devices.md says. */
public final class SigningDevice {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final KeyPair pair;
    private final String lane;
    private final Clock clock;
    public UUID id = new UUID(0, 0);

    public SigningDevice(String lane, Clock clock) {
        this.lane = lane;
        this.clock = clock;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    public static String press(UUID press, UUID school, String status, String action) {
        return "{\"id\":\"" + press + "\",\"school\":\"" + school + "\",\"status\":\"" + status + "\",\"action\":\""
                + action + "\",\"source\":\"DEVICE\"}";
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, body);
    }

    /** @param signed what the signature is over; a forger sends something else */
    public HttpResponse<String> send(String method, String path, String body, String signed) {
        try {
            String time = Long.toString(clock.instant().getEpochSecond());
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(("daywatch-device-1\n" + method + "\n" + path + "\n" + time + "\n" + signed)
                    .getBytes(StandardCharsets.UTF_8));
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(lane + path)).header("Daywatch-Device", id.toString())
                            .header("Daywatch-Time", time)
                            .header("Daywatch-Signature", Base64.getEncoder().encodeToString(signature.sign()))
                            .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
