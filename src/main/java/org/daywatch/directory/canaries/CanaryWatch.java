package org.daywatch.directory.canaries;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.exports.people.PeopleFile;
import org.daywatch.platform.exports.people.PeopleFiles;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.When;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An invented student came back: the safety directors of the district learn which file carried them. Whoever brought
 * them back learns nothing: a search answers as for a name that nobody has, and this is written beside the answer.
 */
@Component
public class CanaryWatch {

    private static final Logger log = LoggerFactory.getLogger(CanaryWatch.class);

    private final CanaryStore store;
    private final PeopleFiles files;
    private final Notifications notifications;
    private final AuditLog audit;
    private final Texts texts;
    private final HomeTime home;
    private final TaskExecutor beside;
    private final TransactionTemplate transaction;

    CanaryWatch(CanaryStore store, PeopleFiles files, Notifications notifications, AuditLog audit, Texts texts,
            HomeTime home, @Qualifier("applicationTaskExecutor") TaskExecutor beside,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.files = files;
        this.notifications = notifications;
        this.audit = audit;
        this.texts = texts;
        this.home = home;
        this.beside = beside;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a file was found to carry. */
    public record Traced(PeopleFile file, boolean sure) {}

    /** Somebody looked for these words among students. Whoever may place invented students may look for one. */
    public void sought(Actor actor, String words) {
        if (words.isBlank() || actor.may(Permission.CANARIES_EDIT)) return;
        beside.execute(() -> {
            try {
                Tenancy.run(new Scope(actor.tenant(), actor.person()), () -> transaction
                        .executeWithoutResult(t -> store.marks().in(words).forEach(f -> tell(f, "SEARCH"))));
            } catch (RuntimeException e) {
                log.error("that an invented student was looked for could not be written down", e);
            }
        });
    }

    @Transactional(readOnly = true)
    public CanaryMarks marks() {
        return store.marks();
    }

    /** Rows of these files stood in a roster that was to be taken in. */
    @Transactional
    public void imported(Collection<UUID> exports) {
        exports.forEach(export -> tell(new CanaryMarks.Found(export, true), "IMPORT"));
    }

    /** Looks through a text, line by line, and tells of what it finds. */
    @Transactional
    public List<Traced> trace(Stream<String> lines) {
        var marks = store.marks();
        var found = new LinkedHashMap<UUID, CanaryMarks.Found>();
        lines.flatMap(line -> marks.in(line).stream())
                .forEach(f -> found.merge(f.export(), f, (one, other) -> one.sure() ? one : other));
        found.values().forEach(f -> tell(f, "FILE"));
        return found.values().stream().map(f -> new Traced(files.of(f.export()), f.sure())).toList();
    }

    /** No message names the student, nor the words by which they were found. */
    private void tell(CanaryMarks.Found found, String way) {
        var by = Tenancy.current().map(Scope::person).orElse(null);
        if (!store.returned(found, way, by, home.today())) return;
        var file = files.of(found.export());
        audit.act("CanaryReturned", "people file " + file.id(), Map.of("way", way, "sure", found.sure()));
        notifications.tell(Notice.of("CANARY_RETURNED", "/canaries",
                language -> new Notice.Words(texts.of(language, "canaries.notice.subject"),
                        texts.of(language, "canaries.notice." + way + (found.sure() ? ".sure" : ".maybe"), file.name(),
                                file.about(), When.in(language).dayAndYear(home.day(file.askedAt()))))),
                Audience.holders(Tenancy.tenant(), Role.SAFETY_DIRECTOR));
    }
}
