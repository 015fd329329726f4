package org.daywatch.directory.canaries;

import org.daywatch.platform.errors.RefusalCode;

/** Why an invented student is not placed. */
public enum CanaryRefusal implements RefusalCode {
    CANARY_PLACED
}
