const { proxyActivities, sleep } = require('@temporalio/workflow');

const { greet } = proxyActivities({ startToCloseTimeout: '1 minute' });

exports.yearLater = async function yearLater(name) {
  await sleep('365 days');
  return greet(name);
};

exports.now = async function now(name) {
  return greet(name);
};
