package org.daywatch._story;

import java.nio.file.Path;
import org.daywatch.Daywatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The application as it is served, with a durable database of its own and the story's clock: for benchmarks and for
 * killing.
 */
public final class WholeApp {

    private WholeApp() {}

    public static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(Daywatch.class, Story.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean("testClock",
                        TestClock.class, TestClock::new,
                        definition -> definition.setPrimary(true)))
                .properties("daywatch.timers=false", "spring.main.allow-bean-definition-overriding=true")
                .run("--server.port=0", "--daywatch.database.directory=" + data); // as an argument: a property would yield to application.yaml
    }
}
