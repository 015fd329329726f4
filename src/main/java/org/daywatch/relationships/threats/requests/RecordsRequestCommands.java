package org.daywatch.relationships.threats.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.relationships.threats.CaseFiles;
import org.daywatch.relationships.threats.ThreatDoor.Seen;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.requests.RecordsRequest.Asker;
import org.daywatch.relationships.threats.requests.RecordsRequest.Kind;
import org.daywatch.relationships.threats.requests.RecordsRequestCommand.By;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about requests of parents, each in one transaction with its facts. The district is bound. */
@Component
@Transactional
public class RecordsRequestCommands {

    private final RecordsRequestStore store;
    private final RecordsRequestDoor door;
    private final CaseFiles cases;
    private final ThreatRules rules;
    private final RecordsRequestNotices notices;
    private final Forms forms;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    RecordsRequestCommands(RecordsRequestStore store, RecordsRequestDoor door, CaseFiles cases, ThreatRules rules,
            RecordsRequestNotices notices, Forms forms, AuditLog audit, Facts facts, Clock clock) {
        this.store = store;
        this.door = door;
        this.cases = cases;
        this.rules = rules;
        this.notices = notices;
        this.forms = forms;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What a parent said, and of whom. @param student their name, which is looked up and not kept. @param none whoever
     * enters it has told the parent that there is none
     */
    public record Asking(Campus school, String student, boolean none, Kind kind, Asker asker, LocalDate receivedOn) {}

    /** @param requests of the assessments that are on file; none where the same form came before */
    public record Entered(boolean onFile, List<UUID> requests) {}

    /**
     * One for each assessment of the student at the school, also where the parent was told that there is none: whoever
     * tries names leaves a request of which the counselor and the principal are told, or a line that none was found.
     *
     * @throws InvalidInput where nothing is and the parent was not told so
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    public Entered enter(Actor actor, UUID formId, Asking asking) {
        var found = of(actor, asking.school(), asking.student());
        if (found.isEmpty() && !asking.none())
            throw new InvalidInput("student", asking.student(), "asked.wrong.student");
        if (!forms.first(formId)) return new Entered(!found.isEmpty(), List.of());
        if (found.isEmpty()) enter(actor, asking, null);
        return new Entered(!found.isEmpty(),
                found.stream().map(seen -> enter(actor, asking, seen.threat().id())).toList());
    }

    private UUID enter(Actor actor, Asking asking, @Nullable UUID caseId) {
        var school = asking.school();
        int term = asking.kind() == Kind.AMEND
                ? rules.amendmentDays(school, asking.receivedOn())
                : rules.accessDays(school, asking.receivedOn());
        var decided = RecordsRequest.receive(school.districtId(), Ids.next(), school.id(), caseId, asking.kind(),
                asking.asker(), asking.receivedOn(), term, actor.person(),
                new By(actor.name(), false, door.today(school)), clock.instant()).orThrow();
        store.insert(decided.state());
        facts.tell(decided.facts());
        notices.entered(decided.state(), school, actor.person());
        return decided.state().id();
    }

    /** Of this student, as the assessments name them in any order. That none was found is written down too. */
    private List<Seen> of(Actor actor, Campus school, String student) {
        var name = words(student);
        var found = cases.all(school.districtId()).stream()
                .filter(c -> c.school().equals(school.id()) && words(c.file().student().name()).equals(name))
                .map(c -> door.seen(actor, c.id())).flatMap(Optional::stream).toList();
        if (found.isEmpty()) audit.read("NoRecordFound", "school " + school.id(), Map.of());
        return found;
    }

    private static HashSet<String> words(String name) {
        return new HashSet<>(
                Arrays.asList(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ")));
    }

    /** Makes the command for whoever does it. */
    public interface Doing {
        RecordsRequestCommand as(By by);
    }

    /**
     * A keeper offers a day while a principal prepares the paper: where somebody wrote since, what was typed comes
     * back.
     *
     * @param version the one its reader had before them
     */
    public void act(Actor actor, Asked asked, int version, Doing doing) {
        var request = store.lock(asked.request().id());
        if (request.version() != version) throw new Refused(RecordsRequestRefusal.RECORDS_MEANWHILE);
        var decided = request.decide(doing.as(asked.by(actor)), clock.instant()).orThrow();
        store.save(decided.state());
        facts.tell(decided.facts());
    }

    /** Of one assessment, for those who read it. */
    @Transactional(readOnly = true)
    public List<RecordsRequest> of(UUID caseId) {
        return store.of(caseId);
    }

    /** What parents said of it, which goes wherever it goes. */
    @Transactional(readOnly = true)
    public List<String> statements(UUID caseId) {
        return store.of(caseId).stream().map(request -> request.file().statement()).filter(words -> !words.isEmpty())
                .toList();
    }
}
