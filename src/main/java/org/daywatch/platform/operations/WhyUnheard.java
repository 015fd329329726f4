package org.daywatch.platform.operations;

import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.daywatch.platform.events.DomainEvent;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps, beside a fact that a room could not take in, why: an operator who is to tell it again must know what to mend
 * first.
 */
@Configuration(proxyBeanMethods = false)
class WhyUnheard {

    private static final Logger log = LoggerFactory.getLogger(WhyUnheard.class);
    private static final int LONGEST = 500;

    /** Around the listener's own transaction, which is over when its failure comes by here. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor reasonOfFailure(ObjectProvider<DSLContext> db,
            ObjectProvider<PlatformTransactionManager> transactions) {
        MethodInterceptor keep = call -> {
            try {
                return call.proceed();
            } catch (Throwable failure) {
                keep(call, failure, db, transactions);
                throw failure;
            }
        };
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(ApplicationModuleListener.class), keep);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 2); // bound to the fact's tenant already
        return advisor;
    }

    private static void keep(MethodInvocation call, Throwable failure, ObjectProvider<DSLContext> db,
            ObjectProvider<PlatformTransactionManager> transactions) {
        var fact = Arrays.stream(call.getArguments()).filter(DomainEvent.class::isInstance).map(DomainEvent.class::cast)
                .findFirst();
        if (fact.isEmpty()) return;
        var p = EVENT_PUBLICATION;
        try {
            new TransactionTemplate(transactions.getObject()).executeWithoutResult(
                    t -> db.getObject().update(p).set(p.REASON, words(failure)).where(p.COMPLETION_DATE.isNull())
                            .and(p.LISTENER_ID.eq(listener(call.getMethod())))
                            .and(p.EVENT_TYPE.eq(fact.get().getClass().getName()))
                            .and(DSL.condition("{0}::jsonb ->> 'id' = {1}", p.SERIALIZED_EVENT,
                                    DSL.val(fact.get().id().toString())))
                            .execute());
        } catch (RuntimeException e) {
            log.warn("why {} was not heard could not be kept: {}", fact.get().subject(), e.toString());
        }
    }

    /** As the registry names it. */
    private static String listener(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName() + Arrays.stream(method.getParameterTypes())
                .map(Class::getName).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Of the innermost cause, which is the one that somebody can do something about; one line. */
    static String words(Throwable failure) {
        var last = failure;
        while (last.getCause() != null) last = last.getCause();
        String said = String.valueOf(last.getMessage()).lines().map(String::strip).filter(line -> !line.isEmpty())
                .findFirst().orElse("");
        String all = last.getClass().getSimpleName() + ": " + said;
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
    }
}
