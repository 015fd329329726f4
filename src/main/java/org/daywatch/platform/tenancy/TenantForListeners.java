package org.daywatch.platform.tenancy;

import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.daywatch.platform.events.DomainEvent;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.ApplicationModuleListener;

/** A fact heard after commit is handled for the tenant it names: bound before the listener's own transaction begins. */
@Configuration(proxyBeanMethods = false)
class TenantForListeners {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor tenantFromFact() {
        MethodInterceptor bind = call -> {
            var fact = Arrays.stream(call.getArguments()).filter(DomainEvent.class::isInstance)
                    .map(DomainEvent.class::cast).findFirst();
            if (fact.isEmpty()) return call.proceed();
            return Tenancy.<Object, Throwable>as(Scope.system(fact.get().tenant()), call::proceed);
        };
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(ApplicationModuleListener.class), bind);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return advisor;
    }
}
