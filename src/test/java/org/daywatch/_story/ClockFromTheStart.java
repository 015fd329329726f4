package org.daywatch._story;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Sets the shared clock back before each test, so that no test lives in the time another one left behind. */
public final class ClockFromTheStart implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        reset(test);
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        reset(test);
    }

    private static void reset(TestContext test) {
        test.getApplicationContext().getBean(TestClock.class).setTo(TestClock.START);
    }
}
