// Runs a workflow in both test environments of the SDK, on the executable that is the first argument. Says what was wrong and ends with 1 if anything was.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';

const server = { executable: { type: 'existing-path', path: process.argv[2] } };
const workflowsPath = fileURLToPath(new URL('./workflows.cjs', import.meta.url));
const activities = { greet: async (name) => `Hello, ${name}` };
Runtime.install({ logger: new DefaultLogger('WARN') });

async function execute(environment, workflow) {
  const worker = await Worker.create({ connection: environment.nativeConnection, taskQueue: 'queue', workflowsPath, activities });
  return worker.runUntil(environment.client.workflow.execute(workflow, { workflowId: `w-${workflow}`, taskQueue: 'queue', args: ['you'] }));
}

const skipping = await TestWorkflowEnvironment.createTimeSkipping({ server });
try {
  const before = await skipping.currentTimeMs();
  assert.equal(await execute(skipping, 'yearLater'), 'Hello, you');
  assert.ok((await skipping.currentTimeMs()) - before >= 365 * 86_400_000, 'a year has not passed');
} finally {
  await skipping.teardown();
}

const local = await TestWorkflowEnvironment.createLocal({ server });
try {
  assert.equal(await execute(local, 'now'), 'Hello, you');
} finally {
  await local.teardown();
}

console.log('both environments');
