package org.daywatch.emergencies.devices.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneRequest;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.SteadyTime;
import org.junit.jupiter.api.Test;

/**
 * What a device signed opens the lane, and nothing else does.
 *
 * <p>A-23 of docs/security.
 */
class DeviceDoorTest {

    private static final byte[] BODY = "{\"id\":\"0198a3c0-5f1e-7a01-8c11-2f7d5a6b9e10\"}"
            .getBytes(StandardCharsets.UTF_8);

    private final UUID id = Ids.next();
    private final TestClock clock = new TestClock();
    private final KeyPair pair;
    private final DeviceDoor door;

    DeviceDoorTest() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var sender = new LaneSender(Ids.next(), Ids.next(), false, Map.of(), Ids.next(), "Robin Alder", true, true,
                false, clock.instant().plus(Duration.ofDays(1)));
        var known = new KnownKeys.Known(pair.getPublic(), sender, Duration.ofHours(1), "Phone");
        door = new DeviceDoor(new KnownKeys(null, null, null, null, null, clock, null) {
            @Override
            Optional<Known> find(UUID asked) {
                return asked.equals(id) ? Optional.of(known) : Optional.empty();
            }
        }, SteadyTime.of(clock));
    }

    @Test
    void whatWasSignedIsTakenAndComesFromTheOwnerWhoMayNotWatch() throws Exception {
        var sender = door.open(
                request(id.toString(), clock.instant(), sign("POST", "/lane/presses", clock.instant(), BODY), BODY))
                .orElseThrow();
        assertThat(sender.name()).isEqualTo("Robin Alder");
        assertThat(sender.mayPress()).isTrue();
        assertThat(sender.mayWatch()).isFalse();
        assertThat(door.claimed(new LaneRequest("POST", "/lane/presses", Map.of("authorization", "Bearer x"), BODY)))
                .isFalse();
    }

    @Test
    void anotherBodyAddressTimeKeyOrDeviceIsRefused() throws Exception {
        var now = clock.instant();
        String right = sign("POST", "/lane/presses", now, BODY);
        byte[] other = new String(BODY, StandardCharsets.UTF_8).replace("10\"", "11\"")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(door.open(request(id.toString(), now, right, other))).as("another body").isEmpty();
        assertThat(door.open(request(id.toString(), now, sign("POST", "/lane/acks", now, BODY), BODY)))
                .as("another address").isEmpty();
        assertThat(door.open(request(id.toString(), now.plusSeconds(1), right, BODY))).as("another time").isEmpty();
        var longAgo = now.minus(Duration.ofMinutes(61));
        assertThat(door.open(request(id.toString(), longAgo, sign("POST", "/lane/presses", longAgo, BODY), BODY)))
                .as("an hour ago").isEmpty();
        assertThat(door.open(request(Ids.next().toString(), now, right, BODY))).as("another device").isEmpty();
        var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(door.open(request(id.toString(), now, sign(stranger, "POST", "/lane/presses", now, BODY), BODY)))
                .as("another key").isEmpty();
        for (String junk : new String[] {"", "?", "AAAA", right.substring(4)})
            assertThat(door.open(request(id.toString(), now, junk, BODY))).as("signature " + junk).isEmpty();
    }

    @Test
    void anExpiredKeyOpensNothing() throws Exception {
        clock.move(Duration.ofDays(1));
        assertThat(door.open(
                request(id.toString(), clock.instant(), sign("POST", "/lane/presses", clock.instant(), BODY), BODY)))
                .isEmpty();
    }

    @Test
    void aPublicKeyIsReadAsPeopleAndBrowsersWriteIt() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, 12, 44);
        String spki = Base64.getEncoder().encodeToString(encoded);
        for (String text : new String[] {spki, "-----BEGIN PUBLIC KEY-----\n" + spki + "\n-----END PUBLIC KEY-----\n",
                Base64.getEncoder().encodeToString(raw), Base64.getUrlEncoder().encodeToString(raw)}) {
            assertThat(Ed25519Text.read(text)).as(text).isEqualTo(raw);
        }
        for (String wrong : new String[] {"", "AAAA", "not base64", spki.substring(8)})
            assertThatThrownBy(() -> Ed25519Text.read(wrong)).as(wrong).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Ed25519Text.read("-----BEGIN PRIVATE KEY-----\n" + spki))
                .hasMessageContaining("devices.wrong.private").hasMessageNotContaining(spki);
    }

    private LaneRequest request(String device, Instant time, String signature, byte[] body) {
        var headers = new HashMap<String, String>();
        headers.put(DeviceDoor.DEVICE, device);
        headers.put(DeviceDoor.TIME, Long.toString(time.getEpochSecond()));
        headers.put(DeviceDoor.SIGNATURE, signature);
        return new LaneRequest("POST", "/lane/presses", headers, body);
    }

    private String sign(String method, String path, Instant time, byte[] body) throws Exception {
        return sign(pair, method, path, time, body);
    }

    private static String sign(KeyPair by, String method, String path, Instant time, byte[] body) throws Exception {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(("daywatch-device-1\n" + method + "\n" + path + "\n" + time.getEpochSecond() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        signature.update(body);
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
