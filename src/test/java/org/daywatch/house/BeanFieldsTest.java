package org.daywatch.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever is handed a bean with transactions is handed what stands before it, and that has no fields of its own: a
 * field read from outside, as a nested class may, is empty there. A timer failed that way each time, and no test ran
 * it.
 */
class BeanFieldsTest {

    @Test
    void nobodyReadsAFieldOfAnotherBean() {
        Offenders.none("Ask a method of it, or be handed what the field holds: what stands before this bean has none.",
                Compiled.MAIN.stream().flatMap(one -> one.getFieldAccessesFromSelf().stream())
                        .filter(BeanFieldsTest::isOfAnotherBean)
                        .map(access -> access.getOrigin().getFullName() + " reads " + access.getTarget().getFullName())
                        .distinct().toList());
    }

    private static boolean isOfAnotherBean(JavaFieldAccess access) {
        var owner = access.getTargetOwner();
        return !owner.equals(access.getOriginOwner()) && access.getOriginOwner().isMetaAnnotatedWith(Component.class)
                && standsBehindAnother(owner)
                && access.getTarget().resolveMember()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)).isPresent();
    }

    private static boolean standsBehindAnother(JavaClass owner) {
        return owner.isMetaAnnotatedWith(Component.class) && (owner.isMetaAnnotatedWith(Transactional.class)
                || owner.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Transactional.class)));
    }
}
