package org.daywatch.relationships.tips.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.daywatch._story.DaywatchIT;
import org.springframework.test.context.TestPropertySource;

/**
 * An application with a tip door, an empty folder of tips and a database of its own. Quarter hours end when the test
 * moves the clock; receipts are looked up fast, and {@link ReceiptPaceTest} holds the pace. However many a test sends
 * is no crowd.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DaywatchIT
@TestPropertySource(properties = {"daywatch.tips.enabled=true", "daywatch.tips.port=0", "daywatch.tips.tick=250ms",
        "daywatch.tips.slots=60", "daywatch.tips.reserve=5", "daywatch.tips.pictures=48",
        "daywatch.tips.receipt-pace=60ms",
        "daywatch.tips.busy-from=10000"})
public @interface TipDoorApp {}
