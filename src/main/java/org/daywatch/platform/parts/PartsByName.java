package org.daywatch.platform.parts;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * A part that asks for a class of this house is first offered the part of that name, which it nearly always means. Only
 * where that is none of its type are all parts gone through, as is done otherwise for every type that is asked for: of
 * some hundreds of types and more than a thousand parts, on every start.
 */
@Component
class PartsByName implements BeanFactoryPostProcessor {

    private static final String HOUSE = "org.daywatch.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory parts) {
        if (parts instanceof DefaultListableBeanFactory factory) factory.setAutowireCandidateResolver(new ByName());
    }

    private static final class ByName extends ContextAnnotationAutowireCandidateResolver {

        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor asked) {
            var said = super.getSuggestedName(asked);
            var type = asked.getDependencyType();
            return said != null || !type.getName().startsWith(HOUSE) ? said : ClassUtils.getShortNameAsProperty(type);
        }
    }
}
