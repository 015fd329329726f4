package org.daywatch.staffing.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.junit.jupiter.api.Test;

class ShiftCalendarTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @Test
    void aShiftIsOneEventInUniversalTimeWithAnAddressOfItsOwn() {
        assertThat(lines("Ocotillo High", new State.Scheduled())).containsSubsequence("BEGIN:VCALENDAR", "VERSION:2.0",
                "BEGIN:VEVENT",
                "UID:" + ID + "@daywatch", "DTSTAMP:20260801T000000Z", "SEQUENCE:4", "DTSTART:20260804T141000Z",
                "DTEND:20260804T211000Z",
                "SUMMARY:Ocotillo High", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR");
    }

    @Test
    void aShiftThatFellAwayIsTakenOutOfTheCalendarAndAMissedOneStays() {
        assertThat(lines("Ocotillo High", new State.GivenBack(NOW, "court"))).contains("STATUS:CANCELLED");
        assertThat(lines("Ocotillo High", new State.Cancelled(NOW, "no students"))).contains("STATUS:CANCELLED");
        assertThat(lines("Ocotillo High", new State.NoShow(NOW))).contains("STATUS:CONFIRMED");
    }

    @Test
    void commasSemicolonsAndBackslashesOfANameAreEscaped() {
        assertThat(lines("Ocotillo; North, A\\B", new State.Scheduled()))
                .contains("SUMMARY:Ocotillo\\; North\\, A\\\\B");
        assertThat(lines("Two\nlines", new State.Scheduled())).contains("SUMMARY:Two\\nlines");
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndFoldingLosesNothing() {
        String name = "Escuela Primaria Niños Héroes de la Ciudad de Nogales y alrededores, plantel número diecisiete";
        var text = ShiftCalendar.of(List.of(card(name, new State.Scheduled())), NOW);
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + name.replace(",", "\\,") + "\r\n");
    }

    private static List<String> lines(String school, State state) {
        return Arrays.asList(ShiftCalendar.of(List.of(card(school, state)), NOW).split("\r\n"));
    }

    private static Card card(String school, State state) {
        var window = new Window(Instant.parse("2026-08-04T14:10:00Z"), Instant.parse("2026-08-04T21:10:00Z"));
        var shift = new Shift(UUID.randomUUID(), ID, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID(), UUID.randomUUID(),
                "Dana Vega", UUID.randomUUID(), window, new Shift.Acceptance(NOW, null, null, "{}"), state, 4);
        return new Card(shift, school, ZoneId.of("America/Phoenix"));
    }
}
