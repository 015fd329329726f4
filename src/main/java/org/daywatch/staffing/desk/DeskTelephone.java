package org.daywatch.staffing.desk;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The number under which the coordinators of this installation are reached; empty where none is set. */
@Component
public class DeskTelephone {

    private final String number;

    DeskTelephone(@Value("${daywatch.desk.telephone:}") String set, @Value("${daywatch.demo:false}") boolean demo) {
        number = set.isBlank() && demo ? "602 555 0100" : set.strip();
    }

    public String number() {
        return number;
    }
}
