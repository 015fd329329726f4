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
import org.daywatch.platform.errors.Stale;
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
     * enters it has looked, and told the parent that there is none
     */
    public record Asking(Campus school, String student, boolean none, Kind kind, Asker asker, LocalDate receivedOn) {}

    /**
     * One for each assessment of the student at the school.
     *
     * @throws InvalidInput where there is none and the parent was not told so, or there is one all the same
     */
    public void enter(Actor actor, UUID formId, Asking asking) {
        if (!forms.first(formId)) return;
        var found = of(actor, asking.school(), asking.student());
        if (found.isEmpty() != asking.none())
            throw new InvalidInput(found.isEmpty() ? "student" : "none", asking.student(),
                    found.isEmpty() ? "asked.wrong.student" : "asked.wrong.none");
        if (found.isEmpty()) enter(actor, asking, null);
        for (var seen : found) enter(actor, asking, seen.threat().id());
    }

    private void enter(Actor actor, Asking asking, @Nullable UUID caseId) {
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

    /** @param version the one its reader had before them. @throws Stale where somebody wrote since */
    public void act(Actor actor, Asked asked, int version, Doing doing) {
        var request = store.lock(asked.request().id());
        if (request.version() != version) throw new Stale("records request " + request.id());
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
