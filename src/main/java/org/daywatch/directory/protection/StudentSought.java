package org.daywatch.directory.protection;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody who is not named looked for a protected student. Written down beside the answer, and not before it: what
 * takes longer says as much as another word.
 */
@Component
class StudentSought {

    private static final Logger log = LoggerFactory.getLogger(StudentSought.class);

    private final Notifications notifications;
    private final AuditLog audit;
    private final Live live;
    private final SecurityLog security;
    private final Texts texts;
    private final TaskExecutor beside;
    private final TransactionTemplate transaction;

    StudentSought(Notifications notifications, AuditLog audit, Live live, SecurityLog security, Texts texts,
            @Qualifier("applicationTaskExecutor") TaskExecutor beside, PlatformTransactionManager transactions) {
        this.notifications = notifications;
        this.audit = audit;
        this.live = live;
        this.security = security;
        this.texts = texts;
        this.beside = beside;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param hidden all whom this person does not find at the school: whoever is named for one of them is rung each
     * time, for every page says how often anybody was. @param found those who were looked for
     */
    void by(Actor actor, Campus school, Collection<Protection> hidden, Collection<Protection> found) {
        if (hidden.isEmpty()) return;
        var all = hidden.stream().flatMap(p -> p.readers().stream()).collect(Collectors.toSet());
        beside.execute(() -> {
            try {
                Tenancy.run(new Scope(actor.tenant(), actor.person()), () -> transaction.executeWithoutResult(t -> {
                    found.forEach(one -> keep(actor, school, one));
                    all.forEach(person -> live.ringPerson("inbox", actor.tenant(), person));
                }));
                if (!found.isEmpty())
                    security.refused(SecurityEvent.SENSITIVE_READ, actor.person(), Map.of("why", "protected student"));
            } catch (RuntimeException e) {
                log.error("that a protected student was looked for could not be written down", e);
            }
        });
    }

    /** No message names the student: it may stand on the screen of a phone. */
    private void keep(Actor actor, Campus school, Protection protection) {
        audit.act("ProtectedStudentSought", "student protection " + protection.id(), Map.of("person", actor.person()));
        if (protection.readers().isEmpty()) return;
        notifications.tell(
                Notice.of("PROTECTED_STUDENT_SOUGHT", "/protected-students?school=" + school.id(),
                        language -> new Notice.Words(texts.of(language, "protection.notice.subject"),
                                texts.of(language, "protection.notice.body", actor.name(), school.name()))),
                new Audience.People(actor.tenant(), protection.readers()));
    }
}
