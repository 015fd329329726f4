package org.daywatch.directory.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class ProgramRulesIT {

    @Autowired Story story;
    @Autowired ProgramRules rules;

    @Test
    void theSchoolCertificateIsAskedForFromTheFirstOfJuly() {
        var agency = story.cast().agency();
        story.run(agency, () -> {
            assertThat(rules.inForce("SCHOOL_CERTIFICATE_WITHIN", "STATE:AZ", LocalDate.parse("2026-06-30"))).isEmpty();
            assertThat(rules.inForce("SCHOOL_CERTIFICATE_WITHIN", "STATE:AZ", LocalDate.parse("2026-07-01"))
                    .orElseThrow().number()).isOne();
        });
    }

    @Test
    void marginsStandForBothProgramsAndTheBorrowedOneIsMarked() {
        story.run(story.cast().agency(), () -> {
            var day = LocalDate.parse("2026-08-03");
            var florida = rules.inForce("POST_MARGIN_AFTER", "STATE:FL", day).orElseThrow();
            var arizona = rules.inForce("POST_MARGIN_BEFORE", "STATE:AZ", day).orElseThrow();
            assertThat(florida.number()).isEqualTo(15);
            assertThat(florida.toConfirm()).isFalse();
            assertThat(arizona.toConfirm()).isTrue();
        });
    }

    @Test
    void everyRuleNamesItsSourceAndSaysWhatItMeans() {
        story.run(story.cast().agency(), () -> assertThat(rules.book().list()).hasSizeGreaterThan(15)
                .allMatch(r -> !r.source().isBlank() && !r.words().isBlank()).extracting(ProgramRule::version)
                .doesNotHaveDuplicates());
    }
}
