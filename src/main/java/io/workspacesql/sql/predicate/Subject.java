package io.workspacesql.sql.predicate;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.Fold;

/** What a comparison speaks of: a column, possibly folded by LOWER or UPPER. */
record Subject(ColumnDefinition column, Fold fold) {}
