package org.daywatch.staffing.termagreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.postplans.PostPlanning;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.termagreements.TermAgreement.Row;
import org.daywatch.staffing.termagreements.TermAgreement.State;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looking at, agreeing and withdrawing term coverage of many schools. Each goes forward in chunks, each chunk its own
 * transaction, and says how far it is; agreeing again after an interruption makes only what is missing.
 */
@Component
public class TermAgreements {

    private static final Logger log = LoggerFactory.getLogger(TermAgreements.class);
    private static final int CHUNK = 100;

    private final TermAgreementStore agreements;
    private final Campuses campuses;
    private final BellDays bells;
    private final PostPlanning planning;
    private final PostCommands posts;
    private final RequestCommands requests;
    private final DepartmentTerms terms;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    TermAgreements(TermAgreementStore agreements, Campuses campuses, BellDays bells, PostPlanning planning,
            PostCommands posts, RequestCommands requests,
            DepartmentTerms terms, Tenants tenants, PlatformTransactionManager transactions) {
        this.agreements = agreements;
        this.campuses = campuses;
        this.bells = bells;
        this.planning = planning;
        this.posts = posts;
        this.requests = requests;
        this.terms = terms;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Counts in the background what would be made; changes nothing. @param department null where a district only asks
     */
    public UUID look(String chosen, Collection<Campus> schools, RequestContent content, @Nullable UUID department) {
        var id = begin(chosen, schools, content, department);
        background(id, State.LOOKING, State.LOOKED, List.copyOf(schools),
                chunk -> agreements.look(id, rows(chunk, content)));
        return id;
    }

    private UUID begin(String chosen, Collection<Campus> schools, RequestContent content, @Nullable UUID department) {
        if (schools.isEmpty()) throw new InvalidInput("words", chosen, "agreements.wrong.none");
        if (department != null) {
            terms.list(content.firstDay()).refusal(department, content.workKind()).ifPresent(forbidden -> {
                throw new Refused(StaffingRefusal.WORK_PROHIBITED,
                        Map.of("department", forbidden.department(), "work", forbidden.work().name()));
            });
        }
        return agreements.add(chosen, department, content, schools.size());
    }

    /** @param left schools it cannot be made for, each with why */
    public record AtOnce(int requests, int posts, List<Row> left) {}

    /** Looked at, agreed and opened in the transaction of whoever asks, for files: nobody looks in between. */
    public AtOnce agreeAtOnce(String chosen, Collection<Campus> schools, RequestContent content, UUID department,
            LocalDate openTo) {
        return Objects.requireNonNull(transaction.execute(t -> {
            var id = begin(chosen, schools, content, department);
            var looked = rows(List.copyOf(schools), content);
            agreements.look(id, looked);
            agreements.move(id, List.of(State.LOOKING), State.LOOKED, -1, null);
            var open = beginAgreeing(id, openTo);
            var agreement = agreements.get(id);
            for (int at = 0; at < open.size(); at += CHUNK)
                make(agreement, open.subList(at, Math.min(open.size(), at + CHUNK)));
            agreements.move(id, List.of(State.AGREEING), State.AGREED, -1, null);
            tellOpened(id);
            return new AtOnce(open.size(), agreements.opened(id).posts(),
                    looked.stream().filter(r -> r.refused() != null).toList());
        }));
    }

    /**
     * @param openTo up to this day the posts are made and opened in the same go; null: only requests are made
     * @throws Refused when it is not waiting to be agreed any more
     */
    public void agree(UUID id, @Nullable LocalDate openTo) {
        var open = beginAgreeing(id, openTo);
        var agreement = agreements.get(id);
        background(id, State.AGREEING, State.AGREED, open, chunk -> make(agreement, chunk), () -> tellOpened(id));
    }

    private List<UUID> beginAgreeing(UUID id, @Nullable LocalDate openTo) {
        var content = agreements.get(id).content();
        if (openTo != null && (openTo.isBefore(content.firstDay()) || openTo.isAfter(content.lastDay())))
            throw new InvalidInput("openTo", openTo.toString(), "agreements.wrong.openTo");
        var open = agreements.open(id);
        move(id, State.LOOKED, State.AGREEING, open.size());
        if (openTo != null) agreements.openTo(id, openTo);
        return open;
    }

    /** Each request is withdrawn with the reason and takes its coming posts with it. */
    public void withdraw(UUID id, String reason) {
        if (reason.isBlank()) throw new Refused(StaffingRefusal.REASON_MISSING);
        var standing = agreements.standing(id);
        move(id, State.AGREED, State.WITHDRAWING, standing.size());
        background(id, State.WITHDRAWING, State.WITHDRAWN, standing, chunk -> {
            chunk.forEach(request -> requests.withdraw(request, reason));
            agreements.progress(id, chunk.size());
        });
    }

    private List<Row> rows(List<Campus> schools, RequestContent content) {
        var ids = schools.stream().map(Campus::id).toList();
        var covered = agreements.covered(ids, content);
        var silent = bells.withoutBells(ids, content.firstDay());
        var posts = planning.count(ids.stream().map(content::at).toList());
        return schools.stream().map(school -> {
            int count = posts.getOrDefault(school.id(), 0);
            var refused = covered.containsKey(school.id())
                    ? TermAgreement.Refused.COVERED
                    : count > 0
                            ? null
                            : silent.contains(school.id())
                                    ? TermAgreement.Refused.NO_BELLS
                                    : TermAgreement.Refused.NO_DAYS;
            return new Row(school.id(), school.name(), count, refused, covered.getOrDefault(school.id(), ""), null, "");
        }).toList();
    }

    /** What was covered since it was looked at is left out now too. */
    private void make(TermAgreement agreement, List<UUID> schools) {
        var covered = agreements.covered(schools, agreement.content());
        var free = schools.stream().filter(s -> !covered.containsKey(s)).toList();
        var contents = free.stream().map(agreement.content()::at).toList();
        List<UUID> made;
        if (agreement.department() != null) {
            made = requests.agree(contents, agreement.department());
        } else {
            made = requests.draft(contents);
            made.forEach(requests::submit);
        }
        var requestOfSchool = new LinkedHashMap<UUID, UUID>();
        for (int i = 0; i < free.size(); i++) requestOfSchool.put(free.get(i), made.get(i));
        agreements.made(agreement.id(), requestOfSchool);
        agreements.coveredSince(agreement.id(), covered);
        if (agreement.openTo() != null && agreement.department() != null) open(agreement, made, agreement.openTo());
    }

    private void open(TermAgreement agreement, List<UUID> made, LocalDate to) {
        planning.generate(made, agreement.content().firstDay(), to);
        agreements.opened(agreement.id(), posts.openQuietly(made, agreement.content().firstDay(), to));
    }

    /** Once for all schools: an officer is told of what is open, not of each hundred schools. */
    private void tellOpened(UUID id) {
        posts.tellOpened(id, agreements.opened(id));
    }

    private void move(UUID id, State from, State to, int total) {
        if (!agreements.move(id, List.of(from), to, total, null))
            throw new Refused(StaffingRefusal.AGREEMENT_NOT_WAITING);
    }

    private <T> void background(UUID id, State during, State after, List<T> all, Consumer<List<T>> work) {
        background(id, during, after, all, work, () -> {});
    }

    private <T> void background(UUID id, State during, State after, List<T> all, Consumer<List<T>> work,
            Runnable last) {
        var scope = Tenancy.current().orElseThrow(() -> new NotFound("organization to act for"));
        Thread.ofPlatform().daemon().name("agreement-" + id).start(() -> Tenancy.run(scope, () -> {
            try {
                for (int at = 0; at < all.size(); at += CHUNK) {
                    var chunk = new ArrayList<>(all.subList(at, Math.min(all.size(), at + CHUNK)));
                    transaction.executeWithoutResult(t -> work.accept(chunk));
                }
                transaction.executeWithoutResult(t -> {
                    if (agreements.move(id, List.of(during), after, -1, null)) last.run();
                });
            } catch (RuntimeException failure) {
                log.error("agreement {} stopped", id, failure);
                var back = during == State.LOOKING
                        ? State.FAILED
                        : during == State.AGREEING ? State.LOOKED : State.AGREED;
                agreements.move(id, List.of(during), back, -1, String.valueOf(failure.getMessage()));
            }
        }));
    }

    @EventListener(ApplicationReadyEvent.class)
    void interrupted() {
        tenants.list().stream().filter(t -> !t.kind().equals("DEPARTMENT"))
                .forEach(tenant -> Tenancy.run(Scope.system(tenant.id()), agreements::interrupted));
    }
}
