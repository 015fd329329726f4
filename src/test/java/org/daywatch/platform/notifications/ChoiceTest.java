package org.daywatch.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final java.time.Instant NOW = java.time.Instant.parse("2026-11-17T16:40:00Z");

    private static Choice quiet(String from, String to, String zone) {
        return new Choice(EnumSet.allOf(Channel.class), "+16025550100", LocalTime.parse(from), LocalTime.parse(to),
                ZoneId.of(zone));
    }

    private static void held(Choice choice, String now, String until) {
        assertThat(choice.notBefore(Instant.parse(now), false)).isEqualTo(Instant.parse(until));
    }

    @Test
    void quietHoursOverMidnightHoldUntilTheMorning() {
        var choice = quiet("22:00", "06:00", "America/Phoenix"); // seven hours behind
        held(choice, "2026-08-04T05:00:00Z", "2026-08-04T13:00:00Z"); // 22:00 sharp is quiet
        held(choice, "2026-08-04T12:59:59Z", "2026-08-04T13:00:00Z");
        held(choice, "2026-08-04T13:00:00Z", "2026-08-04T13:00:00Z"); // 06:00 is not
        held(choice, "2026-08-04T04:59:59Z", "2026-08-04T04:59:59Z");
    }

    @Test
    void quietHoursWithinADayHoldUntilTheirEnd() {
        held(quiet("12:00", "13:30", "America/Phoenix"), "2026-08-04T19:15:00Z", "2026-08-04T20:30:00Z");
        held(quiet("12:00", "13:30", "America/Phoenix"), "2026-08-04T18:59:00Z", "2026-08-04T18:59:00Z");
    }

    @Test
    void theMorningComesAtTheWallClockOnTheNightTheClocksGoBack() {
        held(quiet("22:00", "06:00", "America/New_York"), "2026-11-01T03:00:00Z", "2026-11-01T11:00:00Z"); // 23:00 EDT until 06:00 EST
    }

    @Test
    void urgentMessagesAndPeopleWithoutQuietHoursAreToldAtOnce() {
        var night = Instant.parse("2026-08-04T08:00:00Z");
        assertThat(quiet("22:00", "06:00", "America/Phoenix").notBefore(night, true)).isEqualTo(night);
        assertThat(Choice.usual(ZoneId.of("America/New_York")).notBefore(night, false)).isEqualTo(night);
    }

    @Test
    void anAttemptIsRepeatedAfterEverLongerPausesAndNotForEver() {
        assertThat(java.util.stream.IntStream.rangeClosed(1, 6).mapToLong(n -> Attempts.pause(n).toMinutes()).toArray())
                .containsExactly(1, 2, 4, 8, 16, 16);
        assertThat(Attempts.exhausted(5)).isFalse();
        assertThat(Attempts.exhausted(6)).isTrue();
    }

    @Test
    void aGatewayIsToldForHowLongATextIsNews() {
        var gateway = new SmsSender.Gateway("http://x", "application/json", java.util.Map.of(),
                "{\"text\":\"{text}\",\"ttl\":{seconds}}", "sms", "");
        var news = new Sender.Letter(new java.util.UUID(0, 1), "+16025550100", "s", "Lockdown, {seconds}", "",
                NOW.plusSeconds(840));
        assertThat(gateway.filled(news, NOW)).isEqualTo("{\"text\":\"Lockdown, {seconds}\",\"ttl\":840}");
        var kept = new Sender.Letter(new java.util.UUID(0, 1), "+16025550100", "s", "Lockdown", "", null);
        assertThat(gateway.filled(kept, NOW)).as("where it does not grow old: a day").endsWith("\"ttl\":86400}");
    }

    @Test
    void aTextForTheGatewayIsEscapedForItsKindOfBody() {
        var letter = new Sender.Letter(new java.util.UUID(0, 1), "+16025550100", "s", "They said \"now\"\n{id} & {to}",
                "", null);
        var json = new SmsSender.Gateway("http://x", "application/json", java.util.Map.of(),
                "{\"to\":\"{to}\",\"text\":\"{text}\"}", "sms", "");
        assertThat(json.filled(letter, NOW))
                .isEqualTo("{\"to\":\"+16025550100\",\"text\":\"They said \\\"now\\\"\\u000a{id} & {to}\"}");
        var form = new SmsSender.Gateway("http://x", "application/x-www-form-urlencoded", java.util.Map.of(),
                "To={to}&Body={text}", "sms", "");
        assertThat(form.filled(letter, NOW))
                .isEqualTo("To=%2B16025550100&Body=They+said+%22now%22%0A%7Bid%7D+%26+%7Bto%7D");
    }
}
