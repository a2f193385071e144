package benchwright.analysis;

import benchwright.artifact.GroupRow;
import benchwright.artifact.Standing;
import benchwright.artifact.SummaryRow;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a summary says of optimizers.
 *
 * @param rows optimizer by optimizer
 */
record Results(
    List<SummaryRow> rows,
    List<FunctionGroup> functionGroups,
    List<GroupRow> groups,
    List<Standing> standings,
    Problems problems) {

  static Results of(Field field) {
    Problems problems = Problems.of(field);
    RowMeasures measures = new RowMeasures(BestOf2009.read());
    GroupRows groupRows = new GroupRows(problems.in(0));
    List<SummaryRow> rows = new ArrayList<>();
    for (Cell cell : field.cells()) {
      SummaryRow row = measures.row(cell);
      groupRows.curve(cell, row.aocc());
      rows.add(row);
    }
    List<FunctionGroup> functionGroups = FunctionGroups.of(field.functions());
    List<GroupRow> groups = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    for (int dimension : field.dimensionsAndAll()) {
      for (FunctionGroup group : functionGroups) {
        for (String optimizer : field.optimizers()) {
          List<Cell> cells = field.cells(optimizer, group, dimension);
          if (!cells.isEmpty()) {
            groups.add(groupRows.row(optimizer, group.id(), dimension, cells));
          }
        }
      }
      List<Problem> some = problems.in(dimension);
      if (field.optimizers().size() > 1 && !some.isEmpty()) {
        standings.add(Standings.of(dimension, field.optimizers(), some));
      }
    }
    return new Results(rows, functionGroups, groups, standings, problems);
  }
}
