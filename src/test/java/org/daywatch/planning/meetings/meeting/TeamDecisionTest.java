package org.daywatch.planning.meetings.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.meetings.meeting.TeamDecision.Heard;
import org.daywatch.planning.meetings.meeting.TeamDecision.Voice;
import org.daywatch.planning.meetings.meeting.TeamDecision.Who;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

class TeamDecisionTest {

    @Test
    void aDecisionNobodyWasHeardBeforeIsShownAsSuch() {
        assertThat(decision(Map.of()).voiceless()).isTrue();
        assertThat(decision(Map.of(Who.STUDENTS, Voice.of(Who.STUDENTS, Heard.NOT_ASKED, "", ""), Who.PARENTS,
                Voice.of(Who.PARENTS, Heard.NO_ANSWER, "", ""))).voiceless()).isTrue();
        assertThat(decision(
                Map.of(Who.STUDENTS, Voice.of(Who.STUDENTS, Heard.HEARD, "SURVEY", "The east stairs feel unsafe.")))
                .voiceless()).isFalse();
    }

    @Test
    void aVoiceThatWasHeardSaysHowAndWhat() {
        assertThatThrownBy(() -> Voice.of(Who.PARENTS, Heard.HEARD, "", " ")).isInstanceOfSatisfying(InvalidInput.class,
                wrong -> assertThat(wrong.byField()).containsOnlyKeys("parentsHow", "parentsSaid"));
    }

    @Test
    void whoWasNotAskedSaidNothing() {
        assertThat(Voice.of(Who.PARENTS, Heard.NOT_ASKED, "SURVEY", "Something typed by mistake."))
                .isEqualTo(new Voice(Heard.NOT_ASKED, "", ""));
    }

    private static TeamDecision decision(Map<Who, Voice> voices) {
        return new TeamDecision(new UUID(1, 1), "An adult stands at the east stairs.", Instant.EPOCH, "Pat Greer",
                voices);
    }
}
