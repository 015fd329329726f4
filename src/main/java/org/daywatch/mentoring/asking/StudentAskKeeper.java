package org.daywatch.mentoring.asking;

import java.time.Instant;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** What a student asked for goes some time after it was answered. */
@Component
class StudentAskKeeper implements RecordKeeper {

    private final StudentAsks asks;

    StudentAskKeeper(StudentAsks asks) {
        this.asks = asks;
    }

    @Override
    public String kind() {
        return "STUDENT_ASK";
    }

    @Override
    public int forget(Instant before) {
        return asks.forget(Tenancy.tenant(), before);
    }
}
