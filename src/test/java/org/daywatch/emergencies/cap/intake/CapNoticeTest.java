package org.daywatch.emergencies.cap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.CheckInPlaces.Center;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.emergencies.cap.CapMessage;
import org.daywatch.emergencies.cap.CapMessage.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which notices stand, in whatever order they came, and which schools they concern. */
class CapNoticeTest {

    private static final Instant NOON = Instant.parse("2026-11-17T19:00:00Z");
    private static final UUID WEATHER = new UUID(0, 1);
    private static final UUID NEIGHBOR = new UUID(0, 2);
    private static final Campus SCHOOL = new Campus(new UUID(1, 1), new UUID(2, 2), "Ocotillo High", "AZ",
            SchoolLevel.HIGH, ZoneId.of("America/Phoenix"));
    private static final Center HERE = new Center("85001", 33.4484, -112.0740);

    @Test
    void anUpdateTakesThePlaceOfWhatItRefersToAndACancelWithdrawsInEitherOrder() {
        var first = notice("a", MsgType.Alert, WEATHER, 60, Severity.Severe);
        var update = notice("b", MsgType.Update, WEATHER, 60, Severity.Severe, first);
        var cancel = notice("c", MsgType.Cancel, WEATHER, 60, Severity.Severe, first, update);
        assertThat(CapNotice.standing(List.of(first), NOON)).containsExactly(first);
        assertThat(CapNotice.standing(List.of(first, update), NOON)).containsExactly(update);
        assertThat(CapNotice.standing(List.of(update, first), NOON)).containsExactly(update);
        assertThat(CapNotice.standing(List.of(cancel, first, update), NOON)).isEmpty();
        assertThat(CapNotice.standing(List.of(cancel), NOON)).as("the withdrawal alone says nothing").isEmpty();
    }

    @Test
    void whatHasEndedVanishes() {
        var notice = notice("a", MsgType.Alert, WEATHER, 60, Severity.Minor);
        assertThat(CapNotice.standing(List.of(notice), NOON.plusSeconds(3599))).hasSize(1);
        assertThat(CapNotice.standing(List.of(notice), NOON.plusSeconds(3600))).isEmpty();
    }

    @Test
    void nobodyWithdrawsTheNoticeOfAnotherButWhoeverTakesThemInByHand() {
        var first = notice("a", MsgType.Alert, WEATHER, 60, Severity.Severe);
        assertThat(CapNotice.standing(List.of(first, notice("c", MsgType.Cancel, NEIGHBOR, 60, Severity.Severe, first)),
                NOON)).containsExactly(first);
        assertThat(
                CapNotice.standing(List.of(first, notice("c", MsgType.Cancel, null, 60, Severity.Severe, first)), NOON))
                .isEmpty();
    }

    @Test
    void anAlertNeverEndsAnotherAndTheGravestComesFirst() {
        var minor = notice("a", MsgType.Alert, WEATHER, 60, Severity.Minor);
        var extreme = notice("b", MsgType.Alert, WEATHER, 60, Severity.Extreme, minor);
        assertThat(CapNotice.standing(List.of(minor, extreme), NOON)).containsExactly(extreme, minor);
    }

    @Test
    void aSchoolInsideAPolygonOrCircleIsConcernedAndOneOutsideIsNot() {
        assertThat(
                concerns(area(List.of("33.0,-113.0 34.0,-113.0 34.0,-111.0 33.0,-111.0 33.0,-113.0"), List.of()), HERE))
                .isTrue();
        assertThat(concerns(area(List.of("35.0,-113.0 36.0,-113.0 36.0,-111.0 35.0,-113.0"), List.of()), HERE))
                .isFalse();
        assertThat(concerns(area(List.of(), List.of("33.45,-112.07 5")), HERE)).isTrue();
        assertThat(concerns(area(List.of(), List.of("33.45,-112.17 5")), HERE)).isFalse();
        assertThat(concerns(area(List.of(), List.of("33.45,-112.17 0")), HERE)).isFalse();
    }

    @Test
    void whereItCannotBeKnownTheSchoolIsTold() {
        assertThat(concerns(area(List.of(), List.of()), HERE)).as("only words or codes").isTrue();
        assertThat(concerns(area(List.of(), List.of("33.45,-112.17 5")), new Center("", null, null)))
                .as("the school has no place").isTrue();
        assertThat(NoticeArea.concerns(message("x", MsgType.Alert, Severity.Minor, List.of(), List.of()), SCHOOL, HERE,
                false)).as("no area at all").isTrue();
    }

    @Test
    void addressesNameSchools() {
        var named = new CapMessage("x", "s", OffsetDateTime.ofInstant(NOON, ZoneOffset.UTC), Status.Actual,
                MsgType.Alert, "", Scope.Private, "", List.of("ocotillo high", "Elsewhere"), List.of(), "",
                List.of(), List.of(), List.of());
        assertThat(NoticeArea.addressed(named, SCHOOL)).isTrue();
        assertThat(NoticeArea.concerns(named,
                new Campus(new UUID(9, 9), new UUID(2, 2), "Palo Verde", "AZ", SchoolLevel.HIGH, SCHOOL.zone()), HERE,
                true)).isFalse();
    }

    private static boolean concerns(Area area, Center center) {
        return NoticeArea.concerns(message("x", MsgType.Alert, Severity.Minor, List.of(area), List.of()), SCHOOL,
                center, false);
    }

    private static Area area(List<String> polygons, List<String> circles) {
        return new Area("somewhere", polygons, circles, List.of(), "", "");
    }

    private static CapNotice notice(String identifier, MsgType type, @Nullable UUID source, int minutes,
            Severity severity, CapNotice... refersTo) {
        var names = new HashSet<>(Arrays.stream(refersTo).map(CapNotice::name).toList());
        return new CapNotice(UUID.randomUUID(), source, "x", CapNotice.name("w@weather.example", identifier, NOON),
                type, names, NOON, NOON.plusSeconds(60L * minutes), Set.of(SCHOOL.id()), source != null,
                message(identifier, type, severity, List.of(), List.of()));
    }

    private static CapMessage message(String identifier, MsgType type, Severity severity, List<Area> areas,
            List<String> addresses) {
        var info = new Info("en-US", List.of(Category.Met), "Dust storm", List.of(), Urgency.Immediate, severity,
                Certainty.Likely, "", List.of(), List.of(), "", "", "", "", "", "", List.of(), List.of(), areas);
        return new CapMessage(identifier, "w@weather.example", OffsetDateTime.ofInstant(NOON, ZoneOffset.UTC),
                Status.Actual, type, "", Scope.Public, "", addresses, List.of(), "", List.of(), List.of(),
                List.of(info));
    }
}
