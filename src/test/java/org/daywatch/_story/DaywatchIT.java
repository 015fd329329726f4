package org.daywatch._story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.daywatch.Daywatch;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test against the whole application, a real PostgreSQL and a real port, with a clock that is moved by hand. All such
 * tests share one application and one database; each works in organizations of its own ({@link Story}) and finds the
 * clock at {@link TestClock#START}, whichever test ran before it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Daywatch.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"daywatch.database.durable=false", "daywatch.timers=false",
                "daywatch.webhooks.networks=127.0.0.0/8"})
@ContextConfiguration(initializers = {FreshDatabase.class, OwnTiles.class})
@TestExecutionListeners(listeners = ClockFromTheStart.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Import({TestClock.Replacement.class, Story.class, Visitor.class, Estimates.class})
public @interface DaywatchIT {}
