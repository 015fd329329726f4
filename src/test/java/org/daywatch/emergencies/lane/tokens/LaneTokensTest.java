package org.daywatch.emergencies.lane.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A-23, F-26 of docs/security. */
class LaneTokensTest {

    private static final UUID AGENCY = new UUID(1, 1);
    private static final UUID DISTRICT = new UUID(2, 1);
    private static final UUID SCHOOL = new UUID(3, 1);

    @TempDir Path folder;
    private final TestClock clock = new TestClock();

    @Test
    void aTokenSaysWhoSendsWithoutAskingAnybody() {
        var sender = sender();
        assertThat(tokens("keys").open(tokens("keys").seal(sender))).contains(sender);
    }

    /** One that an earlier version made says nothing of names, and goes on for everything else. */
    @Test
    void whoReadsNamesIsInTheTokenAndATokenThatDoesNotSaySoReadsNone() {
        var tokens = tokens("keys");
        var s = sender();
        var leads = new LaneSender(s.agency(), s.district(), false, s.schools(), s.person(), s.name(), true, true, true,
                s.expires(), null, true);
        assertThat(tokens.open(tokens.seal(leads))).contains(leads).get().matches(LaneSender::mayReadNames);
        assertThat(tokens.open(tokens.seal(s))).get().matches(open -> !open.mayReadNames());
        var device = new LaneSender(s.agency(), s.district(), false, s.schools(), null, "Phone", true, true, true,
                s.expires(), null, true);
        assertThat(device.mayReadNames()).isFalse();
        String before = JsonMapper.builder().build().writeValueAsString(s).replaceFirst(",\"names\":null", "");
        assertThat(before).doesNotContain("names");
        assertThat(JsonMapper.builder().build().readValue(before, LaneSender.class)).isEqualTo(s);
    }

    @Test
    void aForgedOneIsRefused() {
        assertThat(tokens("keys").open(tokens("other-keys").seal(sender()))).isEmpty();
        for (String junk : new String[] {"", ".", "v1...", "v1.abc.e30.e30", "null",
                "v1.00000000.e30." + "A".repeat(43), "…"})
            assertThat(tokens("keys").open(junk)).as(junk).isEmpty();
    }

    @Test
    void aTokenWithAnyCharacterAlteredIsRefused() {
        var tokens = tokens("keys");
        String token = tokens.seal(sender());
        for (int i = 0; i < token.length() - 1; i++) { // the last one carries two bits that mean nothing
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.open(token.substring(0, i) + other + token.substring(i + 1))).as("character %s", i)
                    .isEmpty();
        }
    }

    @Test
    void nobodyGetsAnotherAgencysRightsByWritingItIntoTheToken() {
        var tokens = tokens("keys");
        String[] part = tokens.seal(sender()).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(part[2])).replace(AGENCY.toString(),
                new UUID(9, 9).toString());
        part[2] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes());
        assertThat(tokens.open(String.join(".", part))).isEmpty();
    }

    @Test
    void anExpiredTokenIsRefused() {
        var tokens = tokens("keys");
        String token = tokens.seal(sender());
        clock.move(Duration.ofHours(1).minusSeconds(1));
        assertThat(tokens.open(token)).isPresent();
        clock.move(Duration.ofSeconds(1));
        assertThat(tokens.open(token)).isEmpty();
    }

    @Test
    void anOldKeyCountsForADayAfterTheNewOne() {
        var keys = new LaneKeys(folder.resolve("keys"), clock);
        var tokens = new LaneTokens(keys, LaneSettingsForTests.in(folder), null, clock, JsonMapper.builder().build());
        String token = tokens.seal(new LaneSender(AGENCY, DISTRICT, true, Map.of(), new UUID(4, 1), "Robin Alder", true,
                true, true, clock.instant().plus(Duration.ofDays(9))));
        clock.move(Duration.ofDays(3));
        assertThat(tokens.open(token)).as("the newest key has no end").isPresent();
        keys.rotate();
        clock.move(Duration.ofHours(23));
        assertThat(tokens.open(token)).isPresent();
        clock.move(Duration.ofHours(1));
        assertThat(tokens.open(token)).isEmpty();
        assertThat(tokens.open(tokens.seal(sender()))).isPresent();
    }

    @Test
    void theKeysLieInAFileThatNobodyElseMayRead() throws IOException {
        tokens("keys").seal(sender());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whoHasOneSchoolHearsNoOther() {
        var one = sender();
        assertThat(one.hears(AGENCY, DISTRICT, SCHOOL)).isTrue();
        assertThat(one.hears(AGENCY, DISTRICT, new UUID(3, 2))).isFalse();
        var wide = new LaneSender(AGENCY, DISTRICT, true, Map.of(), new UUID(4, 1), "Robin Alder", true, true, true,
                clock.instant());
        assertThat(wide.hears(AGENCY, DISTRICT, new UUID(3, 2))).isTrue();
        assertThat(wide.hears(AGENCY, new UUID(2, 2), new UUID(3, 2))).isFalse();
        assertThat(wide.hears(new UUID(1, 2), DISTRICT, new UUID(3, 2))).isFalse();
    }

    private LaneSender sender() {
        return new LaneSender(AGENCY, DISTRICT, false, Map.of(SCHOOL, DISTRICT), new UUID(4, 1), "Robin Alder", true,
                true, true, clock.instant().plus(Duration.ofHours(1)));
    }

    private LaneTokens tokens(String file) {
        return new LaneTokens(new LaneKeys(folder.resolve(file), clock), LaneSettingsForTests.in(folder), null, clock,
                JsonMapper.builder().build());
    }
}
