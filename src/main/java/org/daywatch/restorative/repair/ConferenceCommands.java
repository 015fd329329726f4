package org.daywatch.restorative.repair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.directory.consents.ConsentAnswer;
import org.daywatch.directory.consents.Consents;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceCommand;
import org.daywatch.restorative.conferences.ConferenceCommand.By;
import org.daywatch.restorative.conferences.ConferenceCommand.Part;
import org.daywatch.restorative.conferences.ConferenceFile;
import org.daywatch.restorative.conferences.ConferenceKind;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about conferences, each in one transaction with its facts. The district is bound. */
@Component
@Transactional
public class ConferenceCommands {

    private static final By NOBODY = new By(new UUID(0, 0), "", Part.NOBODY);

    private final ConferenceStore conferences;
    private final Consents consents;
    private final ConferenceNotices notices;
    private final Shredding shredding;
    private final Facts facts;
    private final Clock clock;

    ConferenceCommands(ConferenceStore conferences, Consents consents, ConferenceNotices notices,
            Shredding shredding, Facts facts, Clock clock) {
        this.conferences = conferences;
        this.consents = consents;
        this.notices = notices;
        this.shredding = shredding;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param form sent twice it is one conference
     * @throws Refused where the gate did not say that it is the school's own business
     */
    public void refer(Entry at, UUID form, UUID gate, ConferenceKind kind, UUID lead, ConferenceFile file,
            String cause) {
        if (!conferences.isTheSchools(gate, at.school().id()))
            throw new Refused(RestorativeRefusal.CONFERENCE_NO_GATE);
        var students = file.participants().stream().map(p -> p.student()).toList();
        if (students.stream().distinct().count() < students.size())
            throw new Refused(RestorativeRefusal.CONFERENCE_STUDENT_TWICE);
        var decided = Conference.refer(at.school().districtId(), form, at.school().id(), gate, kind, lead, file,
                at.today(), clock.instant(), at.actor().name()).orThrow();
        if (!conferences.insert(decided.state(), at.actor().person(), cause)) return;
        facts.tell(decided.facts());
        notices.given(decided.state(), at.actor().person());
    }

    /**
     * @param version the one its reader had before them
     * @throws Stale where somebody wrote since
     */
    public Conference act(UUID id, int version, Function<Conference, ConferenceCommand> asked) {
        var c = conferences.lock(id);
        if (c.version() != version) throw new Stale("conference " + id);
        return decide(c, asked.apply(c));
    }

    /** Whether it may still begin: a principal may have chosen the path of police since. */
    @Transactional(readOnly = true)
    public boolean isTheSchools(Conference c) {
        return conferences.isTheSchools(c.gate(), c.school());
    }

    /** A no about one student, or a yes taken back, ends it: as if any of them had said so. */
    void weigh(UUID participant, Campus school) {
        var found = conferences.ofParticipant(participant);
        if (found.isEmpty()) return;
        var c = conferences.lock(found.get().id());
        if (c.stage().isOver()) return;
        switch (consents.of(participant)) {
            case ConsentAnswer.Declined _,ConsentAnswer.Withdrawn _ -> decide(c,
                    new ConferenceCommand.LoseConsent(LocalDate.now(clock.withZone(school.zone())), NOBODY));
            case ConsentAnswer.Stands _,ConsentAnswer.Missing _,ConsentAnswer.Lapsed _ -> {}
        }
    }

    private Conference decide(Conference c, ConferenceCommand command) {
        var decided = c.decide(command, clock.instant()).orThrow();
        conferences.save(decided.state());
        facts.tell(decided.facts());
        switch (command) {
            case ConferenceCommand.HandOver(var _, var by) -> notices.given(decided.state(), by.person());
            case ConferenceCommand.Invite _ -> notices.invited(decided.state());
            default -> {}
        }
        return decided.state();
    }

    /** @return how many ended before the day and are gone now, with their keys */
    int forget(UUID district, LocalDate endedBefore) {
        List<UUID> over = conferences.endedBefore(district, endedBefore);
        over.forEach(id -> shredding.shred(district, id));
        conferences.forget(district, over);
        return over.size();
    }
}
