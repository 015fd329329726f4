package org.daywatch.relationships.demo;

import org.daywatch.relationships.tips.door.DoorHere;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The door was open before anything was told: whoever comes right after finds the schools and what tips led to. */
@Component
@ConditionalOnProperty({"daywatch.demo", "daywatch.tips.enabled"})
@Order(20)
class DoorAfterTheStory implements ApplicationRunner {

    private final DoorHere door;

    DoorAfterTheStory(DoorHere door) {
        this.door = door;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        door.lookAgain();
    }
}
