/** The page of an installed phone: opens without a connection and keeps what was pressed until it is accepted. */
@NullMarked
package org.daywatch.emergencies.devices.shell;

import org.jspecify.annotations.NullMarked;
